package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;

/** What the samples of a pixel mean (tag PhotometricInterpretation). */
enum Photometric {
  WHITE_IS_ZERO(1),
  BLACK_IS_ZERO(1),
  RGB(3),
  PALETTE(1),
  CMYK(4),
  YCBCR(3),
  CIE_LAB(3),
  ICC_LAB(3);

  private final int colours;

  Photometric(int colours) {
    this.colours = colours;
  }

  /** Samples of a pixel that carry colour; what follows is extra. */
  int colours() {
    return colours;
  }

  /**
   * The meaning of a tag's value.
   *
   * @param samples of a pixel: three samples said to be grey are how numeric software stores RGB
   */
  static Photometric of(long code, int samples) {
    return switch ((int) Math.max(-1, Math.min(code, 65536))) {
      case 0 -> samples == 3 ? RGB : WHITE_IS_ZERO;
      case 1 -> samples == 3 ? RGB : BLACK_IS_ZERO;
      case 2 -> samples < 3 ? BLACK_IS_ZERO : RGB;
      case 3 -> PALETTE;
      case 5 -> CMYK;
      case 6 -> samples < 3 ? BLACK_IS_ZERO : YCBCR;
      case 8 -> samples < 3 ? BLACK_IS_ZERO : CIE_LAB;
      case 9 -> samples < 3 ? BLACK_IS_ZERO : ICC_LAB;
      case 4 -> throw DecodeException.noImage("TIFF: the picture is a transparency mask");
      case 32803, 34892 ->
          throw DecodeException.unsupported("TIFF with camera RAW data is not supported");
      default ->
          throw DecodeException.unsupported(
              "TIFF with photometric interpretation " + code + " is not supported");
    };
  }
}
