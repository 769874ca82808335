package dev.astrocat.thumbs.measure;

import dev.astrocat.thumbs.Decision;
import java.util.List;

/**
 * A tone curve, who made it, and the figures behind it. Immutable.
 *
 * @param name the strategy's id
 * @param curve what to do with each sample
 * @param figures numbers worth reporting, in order: {@code min max median mad c0 m}
 * @param decisions what the strategy decided by the data, such as linking
 */
public record Stretch(
    String name, ToneCurve curve, List<Figure> figures, List<Decision> decisions) {

  /** Copies the figures and decisions. */
  public Stretch {
    figures = List.copyOf(figures);
    decisions = List.copyOf(decisions);
  }

  /** A curve that left nothing to decide. */
  public Stretch(String name, ToneCurve curve, List<Figure> figures) {
    this(name, curve, figures, List.of());
  }

  /**
   * A named number, or three where channels differ.
   *
   * @param name short, lower case
   * @param values one value, or one per channel
   */
  public record Figure(String name, List<Double> values) {

    /** Copies the values. */
    public Figure {
      values = List.copyOf(values);
    }

    /** A number that all channels share. */
    public static Figure of(String name, double value) {
      return new Figure(name, List.of(value));
    }
  }
}
