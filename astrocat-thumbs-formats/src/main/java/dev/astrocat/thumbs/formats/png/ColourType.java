package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.DecodeException;

/** How a pixel is made up of samples (section 11.2.1, table 12). */
enum ColourType {
  /** One sample, 1 to 16 bits. */
  GREY(0, 1, 16),
  /** Red, green, blue. */
  RGB(2, 3, 16),
  /** One index into the palette. */
  PALETTE(3, 1, 8),
  /** Grey and how opaque it is. */
  GREY_ALPHA(4, 2, 16),
  /** Red, green, blue and how opaque they are. */
  RGB_ALPHA(6, 4, 16);

  private final int code;
  private final int samples;
  private final int mostBits;

  ColourType(int code, int samples, int mostBits) {
    this.code = code;
    this.samples = samples;
    this.mostBits = mostBits;
  }

  /** The type of a code in an IHDR chunk. */
  static ColourType of(int code) {
    for (ColourType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw DecodeException.malformed("PNG: there is no colour type " + code);
  }

  /** Samples of one pixel. */
  int samples() {
    return samples;
  }

  /** Whether samples of this type may have that many bits; several a pixel are whole bytes. */
  boolean allows(int bits) {
    return Integer.bitCount(bits) == 1 && bits >= (samples == 1 ? 1 : 8) && bits <= mostBits;
  }
}
