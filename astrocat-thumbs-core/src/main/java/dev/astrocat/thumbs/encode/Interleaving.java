package dev.astrocat.thumbs.encode;

/** Turns planes into pixels of red, green, blue. */
final class Interleaving {

  private Interleaving() {}

  static byte[] of(Picture picture) {
    byte[] red = picture.planes()[0];
    byte[] green = picture.planes()[1];
    byte[] blue = picture.planes()[2];
    byte[] pixels = new byte[Math.multiplyExact(red.length, 3)];
    for (int i = 0, at = 0; i < red.length; i++, at += 3) {
      pixels[at] = red[i];
      pixels[at + 1] = green[i];
      pixels[at + 2] = blue[i];
    }
    return pixels;
  }
}
