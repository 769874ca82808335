package dev.astrocat.thumbs.formats.imageio;

import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Where the first pixel of a raster lies in its data buffer; a child raster starts inside. */
final class Origin {

  private Origin() {}

  static int of(Raster raster, PixelInterleavedSampleModel model) {
    int dx = raster.getMinX() - raster.getSampleModelTranslateX();
    int dy = raster.getMinY() - raster.getSampleModelTranslateY();
    return dy * model.getScanlineStride() + dx * model.getPixelStride();
  }
}
