package dev.astrocat.thumbs.formats.imageio;

import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * Where the samples of a raster lie in its only data bank; a child raster starts inside.
 *
 * @param width columns
 * @param rowStep samples from a row to the next
 * @param pixelStep samples from a pixel to the next
 * @param starts index of the first sample of each band
 */
record InterleavedLayout(int width, int rowStep, int pixelStep, int[] starts) {

  static InterleavedLayout of(Raster raster, PixelInterleavedSampleModel model, DataBuffer buffer) {
    int dx = raster.getMinX() - raster.getSampleModelTranslateX();
    int dy = raster.getMinY() - raster.getSampleModelTranslateY();
    int rowStep = model.getScanlineStride();
    int pixelStep = model.getPixelStride();
    int[] starts = model.getBandOffsets();
    for (int b = 0; b < starts.length; b++) {
      starts[b] += dy * rowStep + dx * pixelStep + buffer.getOffset();
    }
    return new InterleavedLayout(raster.getWidth(), rowStep, pixelStep, starts);
  }

  int channels() {
    return starts.length;
  }

  /** Index of the first sample of a row. */
  int start(int channel, int y) {
    return starts[channel] + y * rowStep;
  }
}
