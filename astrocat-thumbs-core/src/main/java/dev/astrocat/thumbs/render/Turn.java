package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.decode.Orientation;

/** Turns a plane of levels as an orientation says. */
final class Turn {

  private Turn() {}

  /**
   * The plane turned: rows and columns mirrored, then maybe changed for each other.
   *
   * @param plane {@code plane[y * width + x]}; not changed
   */
  static byte[] turned(byte[] plane, int width, int height, Orientation orientation) {
    if (orientation == Orientation.IDENTITY) {
      return plane;
    }
    int columnStep = orientation.mirrorsColumns() ? -1 : 1;
    int rowStep = orientation.mirrorsRows() ? -width : width;
    int origin =
        (orientation.mirrorsRows() ? (height - 1) * width : 0)
            + (orientation.mirrorsColumns() ? width - 1 : 0);
    int newWidth = orientation.transposes() ? height : width;
    int newHeight = orientation.transposes() ? width : height;
    int alongX = orientation.transposes() ? rowStep : columnStep;
    int alongY = orientation.transposes() ? columnStep : rowStep;
    byte[] turned = new byte[plane.length];
    for (int y = 0, at = 0; y < newHeight; y++) {
      for (int x = 0, from = origin + y * alongY; x < newWidth; x++, from += alongX) {
        turned[at++] = plane[from];
      }
    }
    return turned;
  }
}
