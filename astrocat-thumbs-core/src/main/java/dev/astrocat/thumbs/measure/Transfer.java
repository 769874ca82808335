package dev.astrocat.thumbs.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bend of a tone curve: from 0..1 to 0..1, rising. Immutable. */
public sealed interface Transfer {

  /** No bend. */
  Transfer LINEAR = new Linear();

  /** What a value becomes; 0..1 in and out. */
  double apply(double x);

  /**
   * What 1 becomes before fractions are cut off: 255, so that white alone is the last of the 256
   * levels, or 256, so that all are equally wide.
   */
  int levels();

  /** {@code y = x}. */
  record Linear() implements Transfer {
    @Override
    public double apply(double x) {
      return x;
    }

    @Override
    public int levels() {
      return 255;
    }
  }

  /**
   * {@code y = x} where the 256 levels are equally wide: 16 bits become 8 by their high byte, and 8
   * bits stay as they are.
   */
  record HighByte() implements Transfer {
    @Override
    public double apply(double x) {
      return x;
    }

    @Override
    public int levels() {
      return 256;
    }
  }

  /**
   * The curve of ITU-R BT.709 section 1.2: {@code 4.5 x} in the toe, {@code (1 + a) x^0.45 - a}
   * above it, in 256 levels that are equally wide. The constants are those of dcraw, which joins
   * the two parts without a step or a bend: 0.0181 and 0.0993 where the recommendation rounds.
   */
  record Bt709() implements Transfer {

    private static final double SLOPE = 4.5;
    private static final double POWER = 0.45;
    private static final double TOE = 0.018053968510807452;
    private static final double A = 0.09929682680944099;

    @Override
    public double apply(double x) {
      return x < TOE ? SLOPE * x : (1 + A) * Math.pow(x, POWER) - A;
    }

    @Override
    public int levels() {
      return 256;
    }
  }

  /**
   * The midtones transfer function (XISF 1.0 specification, section 8.5.6): {@code (m - 1) x / ((2
   * m - 1) x - m)}; {@code mtf(m; m) = 0.5}, and a straight line for {@code m = 0.5}.
   *
   * @param midtones the value that becomes 0.5
   */
  record Midtones(double midtones) implements Transfer {
    @Override
    public double apply(double x) {
      return of(x, midtones);
    }

    @Override
    public int levels() {
      return 255;
    }

    /** The function itself; 0 at 0 and 1 at 1 for every {@code m}. */
    public static double of(double x, double m) {
      return m == 0.5 ? x : ((m - 1) * x) / ((2 * m - 1) * x - m);
    }
  }

  /**
   * The bend of a display function (XISF 1.0 specification, section 8.5.6): the midtones transfer
   * function, exact at its ends, then the expansion {@code (y - low) / (high - low)}. Checked
   * values: {@code Display.of(0.25).apply(0.25) = 0.5}; with {@code m = 0} all above 0 is white,
   * with {@code m = 1} all below 1 is black.
   *
   * @param midtones the value that becomes 0.5 before the expansion, 0..1
   * @param low what becomes 0, at most 0
   * @param high what becomes 1, at least 1
   */
  record Display(double midtones, double low, double high) implements Transfer {

    /** The midtones transfer function without an expansion. */
    public static Display of(double midtones) {
      return new Display(midtones, 0, 1);
    }

    @Override
    public double apply(double x) {
      return (mtf(x, midtones) - low) / (high - low);
    }

    @Override
    public int levels() {
      return 255;
    }

    /** The midtones transfer function: 0 up to 0, 1 from 1 on. */
    public static double mtf(double x, double m) {
      if (!(x > 0)) {
        return 0; // also NaN, of a range of one value
      }
      return x >= 1 ? 1 : Midtones.of(x, m);
    }
  }

  /**
   * The inverse hyperbolic sine (Lupton et al. 1999, as astropy's {@code AsinhStretch}): {@code
   * asinh(x / a) / asinh(1 / a)}; straight well below {@code a}, logarithmic above. Checked value
   * for {@code a = 0.1}: 0.5 becomes 0.7713...
   *
   * @param softening a, above 0
   */
  record Asinh(double softening) implements Transfer {
    @Override
    public double apply(double x) {
      return asinh(x / softening) / asinh(1 / softening);
    }

    @Override
    public int levels() {
      return 255;
    }

    /** Without the loss of digits near 0 that {@code log(x + ...)} has. */
    private static double asinh(double x) {
      return Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
    }
  }

  /**
   * A curve given by its values at equal steps, for strategies with a formula of their own;
   * straight between them. Two are equal if their values are.
   */
  final class Sampled implements Transfer {

    private final double[] values;

    /** A curve through {@code values[i]} at {@code i / (values.length - 1)}; not falling. */
    public Sampled(double... values) {
      if (values.length < 2) {
        throw new IllegalArgumentException("a curve has at least its two ends");
      }
      this.values = values.clone();
    }

    @Override
    public double apply(double x) {
      double at = Math.min(Math.max(x, 0), 1) * (values.length - 1);
      int i = Math.min((int) at, values.length - 2);
      return values[i] + (values[i + 1] - values[i]) * (at - i);
    }

    @Override
    public int levels() {
      return 255;
    }

    /** The values, copied. */
    public double[] values() {
      return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sampled that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return "Sampled" + Arrays.toString(values);
    }
  }
}
