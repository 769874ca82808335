package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Grey or RGB rows of 16 bits, pixel by pixel in one array. */
final class InterleavedShortRows implements RasterPixels.Rows {

  private final short[] samples;
  private final int width;
  private final int scanlineStride;
  private final int pixelStride;
  private final int[] bandOffsets;

  InterleavedShortRows(Raster raster, PixelInterleavedSampleModel model) {
    DataBufferUShort buffer = (DataBufferUShort) raster.getDataBuffer();
    this.samples = buffer.getData();
    this.width = raster.getWidth();
    this.scanlineStride = model.getScanlineStride();
    this.pixelStride = model.getPixelStride();
    this.bandOffsets = model.getBandOffsets().clone();
    int origin = Origin.of(raster, model);
    for (int b = 0; b < bandOffsets.length; b++) {
      bandOffsets[b] += origin + buffer.getOffset();
    }
  }

  @Override
  public int channels() {
    return bandOffsets.length;
  }

  @Override
  public SampleType type() {
    return SampleType.U16;
  }

  @Override
  public void read(int y, RowBand band, int offset) {
    for (int c = 0; c < bandOffsets.length; c++) {
      short[] plane = band.shorts(c);
      int from = y * scanlineStride + bandOffsets[c];
      if (pixelStride == 1) {
        System.arraycopy(samples, from, plane, offset, width);
      } else {
        for (int x = 0; x < width; x++, from += pixelStride) {
          plane[offset + x] = samples[from];
        }
      }
    }
  }
}
