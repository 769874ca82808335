package dev.astrocat.thumbs.render;

/**
 * The rounded mean of a box of 8-bit levels by one multiplication, as Pillow's {@code reduce} has
 * it: {@code (sum + n / 2) * m >> 24} with {@code m = 2^32 / (256 n)} in single precision.
 */
final class BoxMean {

  private final int half;
  private final int factor;

  BoxMean(int pixels) {
    half = pixels / 2;
    factor = (int) (long) (0x1p32f / (256f * pixels));
  }

  byte of(int sum) {
    return (byte) (((sum + half) * factor) >>> 24);
  }
}
