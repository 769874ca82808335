package dev.astrocat.thumbs.formats.tiff;

/** Widens floats of 16 and 24 bits (TIFF Technical Note 3; IEEE 754 binary16). */
final class SmallFloats {

  private SmallFloats() {}

  /** 1 sign, 5 exponent, 10 fraction bits. */
  static float half(int bits) {
    return widen(bits >>> 15, bits >>> 10 & 0x1F, 0x1F, 15, bits & 0x3FF, 10);
  }

  /** 1 sign, 7 exponent, 16 fraction bits. */
  static float threeBytes(int bits) {
    return widen(bits >>> 23 & 1, bits >>> 16 & 0x7F, 0x7F, 63, bits & 0xFFFF, 16);
  }

  private static float widen(
      int sign, int exponent, int special, int bias, int fraction, int fractionBits) {
    float magnitude;
    if (exponent == special) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, 1 - bias - fractionBits);
    } else {
      magnitude =
          Math.scalb((float) (fraction | 1 << fractionBits), exponent - bias - fractionBits);
    }
    return sign == 0 ? magnitude : -magnitude;
  }
}
