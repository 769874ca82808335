package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The lengths of an image's axes (XISF 1.0 section 11.5).
 *
 * @param width columns
 * @param height rows
 * @param depth slices of a three-dimensional image, else 1
 * @param channels colours and alpha
 */
record Geometry(int width, int height, long depth, long channels) {

  private static final Pattern COLON = Pattern.compile(":");
  private static final int MOST_AXES = 16;

  /**
   * Reads {@code width:height[:depth]:channels}. The specification gives no other dimensionality a
   * visual role (section 8.5.2).
   */
  static Geometry parse(String text, DecodeContext context) {
    List<OptionalLong> axes =
        COLON.splitAsStream(text).limit(MOST_AXES).map(PlainText::unsigned).toList();
    if (axes.size() < 2 || axes.stream().anyMatch(axis -> axis.orElse(0) < 1)) {
      throw DecodeException.malformed(
          "XISF: geometry is " + text + ", must be width:height:channels, all above 0");
    }
    if (axes.size() != 3 && axes.size() != 4) {
      throw DecodeException.unsupported(
          "XISF: geometry is " + text + "; only two and three dimensions can be shown");
    }
    long width = axes.get(0).getAsLong();
    long height = axes.get(1).getAsLong();
    context.checkDimensions(width, height);
    long depth = axes.size() == 4 ? axes.get(2).getAsLong() : 1;
    long channels = axes.get(axes.size() - 1).getAsLong();
    return new Geometry((int) width, (int) height, depth, channels);
  }

  /** Planes of all channels: one, or as many as there are slices, for each. */
  long planes() {
    return exactProduct(depth, channels);
  }

  /** Bytes of all samples. */
  long bytes(int sampleBytes) {
    return exactProduct(exactProduct(planes(), (long) width * height), sampleBytes);
  }

  private static long exactProduct(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw DecodeException.malformed("XISF: geometry multiplies to more than 2^63", e);
    }
  }
}
