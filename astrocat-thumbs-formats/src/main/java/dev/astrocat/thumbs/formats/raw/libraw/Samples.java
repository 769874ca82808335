package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;

/** Room for a frame's samples. No instances. */
final class Samples {

  private Samples() {}

  /** Planes one after another, if an array can hold them. */
  static short[] allocate(int width, int height, int channels) throws RawRefusal {
    long count = (long) width * height * channels;
    if (width < 1 || height < 1) {
      throw new RawRefusal(
          RawRefusal.Reason.MALFORMED, "no pixel left of %d x %d".formatted(width, height));
    }
    if (count > Integer.MAX_VALUE - 8) {
      throw new RawRefusal(
          RawRefusal.Reason.DIMENSIONS, "%,d samples are more than an array".formatted(count));
    }
    return new short[(int) count];
  }
}
