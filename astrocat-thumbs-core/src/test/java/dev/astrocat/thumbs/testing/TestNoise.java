package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;

/** Noisy pictures by a formula that NumPy can repeat: {@code noise} in pillow.py. */
public final class TestNoise {

  private TestNoise() {}

  /** A sample of 16 bits: noise of 12 bits over a slope. */
  public static int at(int x, int y, int channel) {
    int n = x * 0x9E3779B1 ^ y * 0x85EBCA77 ^ channel * 0xC2B2AE3D;
    n = (n ^ n >>> 15) * 0x2C1B3C6D;
    return ((n >>> 20) + x * 9 + y * 5) & 0xFFFF;
  }

  /** The picture as U8 (its low bytes), U16, or F32 (divided by 65,536). */
  public static PixelSource image(SampleType type, int width, int height, int channels) {
    Object[] planes = new Object[channels];
    for (int c = 0; c < channels; c++) {
      long[] bits = new long[width * height];
      for (int i = 0; i < bits.length; i++) {
        int sample = at(i % width, i / width, c);
        bits[i] = type == SampleType.F32 ? Float.floatToIntBits(sample / 65536f) : sample;
      }
      planes[c] = TestSamples.ofBits(type, bits);
    }
    return TestSamples.image(ImageInfo.of(width, height, channels, type), planes);
  }
}
