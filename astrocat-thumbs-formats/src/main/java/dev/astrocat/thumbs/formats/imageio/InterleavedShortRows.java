package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Grey or RGB rows of 16 bits, pixel by pixel in one array. */
final class InterleavedShortRows implements RasterPixels.Rows {

  private final short[] samples;
  private final InterleavedLayout layout;

  InterleavedShortRows(Raster raster, PixelInterleavedSampleModel model) {
    DataBufferUShort buffer = (DataBufferUShort) raster.getDataBuffer();
    this.samples = buffer.getData();
    this.layout = InterleavedLayout.of(raster, model, buffer);
  }

  @Override
  public int channels() {
    return layout.channels();
  }

  @Override
  public SampleType type() {
    return SampleType.U16;
  }

  @Override
  public void read(int y, RowBand band, int offset) {
    int width = layout.width();
    int step = layout.pixelStep();
    for (int c = 0; c < layout.channels(); c++) {
      short[] plane = band.shorts(c);
      int from = layout.start(c, y);
      if (step == 1) {
        System.arraycopy(samples, from, plane, offset, width);
      } else {
        for (int x = 0; x < width; x++, from += step) {
          plane[offset + x] = samples[from];
        }
      }
    }
  }
}
