package dev.astrocat.thumbs.encode;

/**
 * A finished picture of 8 bits a channel, to be encoded. Its arrays are not copied; two are equal
 * only if they share them.
 *
 * @param width columns
 * @param height rows
 * @param planes 1 (grey) or 3 (red, green, blue) arrays, {@code planes[c][y * width + x]}, top row
 *     first
 */
@SuppressWarnings("ArrayRecordComponent") // handed from room to room, never compared
public record Picture(int width, int height, byte[][] planes) {

  /** Checks that the arrays fit. */
  public Picture {
    if (planes.length != 1 && planes.length != 3) {
      throw new IllegalArgumentException("1 or 3 planes, not " + planes.length);
    }
    for (byte[] plane : planes) {
      if (plane.length != width * height) {
        throw new IllegalArgumentException(plane.length + " samples for " + width + "x" + height);
      }
    }
  }

  /** 1 or 3. */
  public int channels() {
    return planes.length;
  }
}
