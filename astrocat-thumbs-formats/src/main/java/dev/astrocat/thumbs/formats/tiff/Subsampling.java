package dev.astrocat.thumbs.formats.tiff;

/**
 * Spreads chroma that has fewer pixels than luma (TIFF 6.0 section 21): the chunk is a sequence of
 * units, each {@code h * v} lumas, then one Cb and one Cr.
 */
final class Subsampling {

  private Subsampling() {}

  /** Interleaved Y, Cb, Cr of each pixel, {@code 3 * width} bytes a row. */
  static byte[] expand(TiffImage image, byte[] units, int rows) {
    int width = image.grid().width();
    int across = image.subsampling()[0];
    int down = image.subsampling()[1];
    byte[] pixels = new byte[Math.multiplyExact(3 * width, rows)];
    int at = 0;
    for (int top = 0; top < rows; top += down) {
      for (int left = 0; left < width; left += across) {
        int chroma = at + across * down;
        for (int i = 0; i < across * down; i++) {
          int x = left + i % across;
          int y = top + i / across;
          if (x < width && y < rows) {
            int to = 3 * (y * width + x);
            pixels[to] = units[at + i];
            pixels[to + 1] = units[chroma];
            pixels[to + 2] = units[chroma + 1];
          }
        }
        at = chroma + 2;
      }
    }
    return pixels;
  }

  /** Bytes of one chroma plane of a chunk, where planes are stored apart. */
  static int chromaBytes(TiffImage image, int rows) {
    int across = image.subsampling()[0];
    int down = image.subsampling()[1];
    return ((image.grid().width() + across - 1) / across) * ((rows + down - 1) / down);
  }

  /** A chroma plane in the size of its luma plane. */
  static byte[] enlarge(TiffImage image, byte[] chroma, int rows) {
    int width = image.grid().width();
    int across = image.subsampling()[0];
    int stride = (width + across - 1) / across;
    byte[] pixels = new byte[Math.multiplyExact(width, rows)];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = chroma[y / image.subsampling()[1] * stride + x / across];
      }
    }
    return pixels;
  }
}
