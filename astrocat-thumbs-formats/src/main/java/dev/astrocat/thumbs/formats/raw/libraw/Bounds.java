package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal.Reason;

/** Sizes and memory that a file may take, asked before LibRaw allocates. Immutable. */
final class Bounds {

  /** The mosaic, and at most as much again for the frame. */
  private static final int MOSAIC_BYTES = 4;

  /** LibRaw's picture of four samples a pixel, twice while it is turned, and the frame. */
  private static final int PICTURE_BYTES = 2 * 8 + 6;

  private static final int LONGEST_SIDE = 65_535;

  private final Development wish;
  private final long fileBytes;

  Bounds(Development wish, long fileBytes) {
    this.wish = wish;
    this.fileBytes = fileBytes;
  }

  /** Checks a file that is open and not yet decoded. */
  void check(RawFile raw) throws RawRefusal {
    if (raw.imageCount() == 0 || raw.width() == 0 || raw.height() == 0) {
      throw new RawRefusal(Reason.NO_IMAGE, "a RAW file without an image");
    }
    int width = Math.max(raw.rawWidth(), raw.leftMargin() + raw.width());
    int height = Math.max(raw.rawHeight(), raw.topMargin() + raw.height());
    long pixels = (long) width * height;
    if (Math.max(width, height) > wish.maxSide() || pixels > wish.maxPixels()) {
      throw new RawRefusal(
          Reason.DIMENSIONS,
          "a sensor of %d x %d pixels is larger than allowed".formatted(width, height));
    }
    boolean onePlane = raw.filters() != 0 || raw.colors() == 1;
    checkBytes(pixels * (onePlane ? MOSAIC_BYTES : 8 + PICTURE_BYTES));
  }

  /** Checks a decoded file that LibRaw is to develop. */
  void checkDevelopment(RawFile raw) throws RawRefusal {
    boolean filtered = raw.filters() != 0;
    double aspect = raw.pixelAspect();
    // Where pixels are not square, LibRaw makes the shorter side longer and keeps it in 16 bits.
    double longer = Math.max(aspect, 1 / aspect);
    if (!(longer * Math.max(raw.width(), raw.height()) <= LONGEST_SIDE)) {
      throw new RawRefusal(Reason.MALFORMED, "pixels of the shape " + aspect + " to 1");
    }
    long decoded = (long) raw.rawWidth() * raw.rawHeight() * (filtered ? 2 : 8);
    double pixels = (double) raw.width() * raw.height() * longer / (filtered ? 4 : 1);
    checkBytes(decoded + (long) (pixels * PICTURE_BYTES));
  }

  private void checkBytes(long bytes) throws RawRefusal {
    if (bytes > wish.maxBytes() - fileBytes) {
      throw new RawRefusal(
          Reason.MEMORY,
          "developing takes %,d bytes, allowed are %,d".formatted(bytes, wish.maxBytes()));
    }
  }
}
