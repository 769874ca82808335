package dev.astrocat.thumbs.decode;

/**
 * The colour filters over a sensor's pixels, as a tile that repeats from stored row 0, column 0:
 * decoders have already applied row order and offsets. Immutable.
 *
 * @param width columns of the tile: 2 for Bayer, 6 for X-Trans
 * @param height rows of the tile
 * @param colours {@code width * height} letters {@code R}, {@code G}, {@code B}, row by row
 */
public record CfaPattern(int width, int height, String colours) {

  /** Checks that the letters fill the tile and hold all three colours. */
  public CfaPattern {
    if (width < 1 || height < 1 || colours.length() != width * height) {
      throw new IllegalArgumentException(width + "x" + height + " filters, but " + colours);
    }
    if (!colours.matches("[RGB]+")
        || colours.indexOf('R') < 0
        || colours.indexOf('G') < 0
        || colours.indexOf('B') < 0) {
      throw new IllegalArgumentException("filters are R, G and B, not " + colours);
    }
  }

  /** A 2 x 2 pattern such as {@code RGGB}. */
  public static CfaPattern bayer(String colours) {
    return new CfaPattern(2, 2, colours);
  }

  /** A 6 x 6 pattern of 36 letters, as Fuji's X-Trans sensors have. */
  public static CfaPattern xTrans(String colours) {
    return new CfaPattern(6, 6, colours);
  }

  /** Channel of the filter over a pixel: 0 red, 1 green, 2 blue. */
  public int channelAt(int x, int y) {
    return "RGB"
        .indexOf(colours.charAt(Math.floorMod(y, height) * width + Math.floorMod(x, width)));
  }

  /** The pattern as seen from pixel ({@code dx}, {@code dy}) on; negative offsets are fine. */
  public CfaPattern shifted(int dx, int dy) {
    StringBuilder shifted = new StringBuilder(colours.length());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        shifted.append("RGB".charAt(channelAt(x + dx, y + dy)));
      }
    }
    return new CfaPattern(width, height, shifted.toString());
  }

  /**
   * The pattern of the same sensor read from the bottom row up.
   *
   * @param imageHeight rows of the image: with an odd number a Bayer pattern stays as it is
   */
  public CfaPattern flippedRows(int imageHeight) {
    StringBuilder flipped = new StringBuilder(colours.length());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        flipped.append("RGB".charAt(channelAt(x, imageHeight - 1 - y)));
      }
    }
    return new CfaPattern(width, height, flipped.toString());
  }
}
