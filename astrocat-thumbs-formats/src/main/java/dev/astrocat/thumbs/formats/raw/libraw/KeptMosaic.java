package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;

/** The samples as they are, grey: black subtracted, white at 65,535. No instances. */
final class KeptMosaic {

  private static final int FULL = 65_535;

  private KeptMosaic() {}

  static RawFrame of(Mosaic mosaic, Subject subject) throws RawRefusal {
    int width = mosaic.width();
    int height = mosaic.height();
    short[] plane = Samples.allocate(width, height, 1);
    MosaicRow row = new MosaicRow(mosaic);
    float scale = (float) FULL / mosaic.white();
    for (int y = 0; y < height; y++) {
      row.read(y);
      for (int x = 0; x < width; x++) {
        plane[y * width + x] = (short) Math.min(FULL, (int) (row.light(x) * scale + 0.5f));
      }
    }
    String process = mosaic.filters().isMonochrome() ? "monochrome" : "mosaic " + mosaic.filters();
    return subject.frame(width, height, 1, plane, process);
  }
}
