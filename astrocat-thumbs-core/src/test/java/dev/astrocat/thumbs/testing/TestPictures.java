package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.encode.Picture;

/** Finished pictures for tests of encoders and caches, made by a formula that NumPy can repeat. */
public final class TestPictures {

  private TestPictures() {}

  /**
   * Sample {@code (x * x / 7 + y * (3 + c) + x * y % 13) / 2}, in whole numbers and modulo 256, of
   * channel {@code c}.
   */
  public static Picture ramp(int width, int height, int channels) {
    byte[][] planes = new byte[channels][width * height];
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          planes[c][y * width + x] = (byte) ((x * x / 7 + y * (3 + c) + x * y % 13) / 2);
        }
      }
    }
    return new Picture(width, height, planes);
  }
}
