package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.Development.Mosaic;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal.Reason;

/** Sizes and memory that a file may take, asked before LibRaw allocates. Immutable. */
final class Bounds {

  private static final int SAMPLE_BYTES = 2;

  /** Of four samples a pixel, whatever its colours. */
  private static final int PICTURE_BYTES = 4 * SAMPLE_BYTES;

  /** Of three samples a pixel. */
  private static final int FRAME_BYTES = 3 * SAMPLE_BYTES;

  /** Pixels of a mosaic that become one: four at least. */
  private static final int BLOCK = 4;

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
    if (wish.mosaic() == Mosaic.UNREAD) {
      return;
    }
    boolean filtered = raw.filters() != 0;
    checkWork(pixels * (filtered || raw.colors() == 1 ? SAMPLE_BYTES : 2 * PICTURE_BYTES));
    if (raw.colors() == 1 || wish.mosaic() == Mosaic.KEPT) {
      checkFrame(pixels * SAMPLE_BYTES);
    } else {
      checkFrame(pixels / (filtered ? BLOCK : 1) * FRAME_BYTES);
    }
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
    long decoded =
        (long) raw.rawWidth() * raw.rawHeight() * (filtered ? SAMPLE_BYTES : PICTURE_BYTES);
    double pixels = (double) raw.width() * raw.height() * longer / (filtered ? BLOCK : 1);
    checkWork(decoded + (long) (pixels * 2 * PICTURE_BYTES)); // twice, while it is turned
    checkFrame((long) (pixels * FRAME_BYTES));
  }

  private void checkWork(long bytes) throws RawRefusal {
    if (bytes > wish.maxWorkBytes() - fileBytes) {
      throw new RawRefusal(
          Reason.MEMORY,
          "developing takes %,d bytes beside the file's %,d, allowed are %,d together"
              .formatted(bytes, fileBytes, wish.maxWorkBytes()));
    }
  }

  private void checkFrame(long bytes) throws RawRefusal {
    if (bytes > wish.maxFrameBytes()) {
      throw new RawRefusal(
          Reason.MEMORY,
          "its samples take %,d bytes, allowed are %,d".formatted(bytes, wish.maxFrameBytes()));
    }
  }
}
