package dev.astrocat.thumbs.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.Range;
import org.junit.jupiter.api.Test;

final class ChannelCurveTest {

  /** Lanczos weights of equal samples add up to 1 but for the last bit. */
  @Test
  void aRangeOfOneValueIsBlackOnBothSidesToo() {
    ChannelCurve curve = ChannelCurve.straight(new Range(42, 42));
    assertThat(curve.apply(42)).isZero();
    assertThat(curve.apply(Math.nextUp(42.0))).isZero();
    assertThat(curve.apply(Math.nextDown(42.0))).isZero();
  }
}
