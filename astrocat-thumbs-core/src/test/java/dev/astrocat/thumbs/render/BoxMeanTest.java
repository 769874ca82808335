package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoxMeanTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 9, 16, 25, 30, 35, 49, 63, 100, 1000, 65_536, 1 << 20})
  void theMeanIsWithinOneLevelAndWhiteStaysWhite(int pixels) {
    BoxMean mean = new BoxMean(pixels);
    assertThat(mean.of(0)).isZero();
    for (int level = 0; level <= 255; level++) {
      assertThat(mean.of(level * pixels) & 0xFF).isBetween(Math.max(0, level - 1), level);
    }
  }

  @Test
  void boxesOfNineRoundAsPillowDoes() {
    // multiplier = int(np.float32(2**32) / np.float32(256 * 9))
    // [(s + 4) * multiplier >> 24 for s in (0, 4, 5, 13, 14, 2290, 2291, 2295)]
    BoxMean mean = new BoxMean(9);
    int[] sums = {0, 4, 5, 13, 14, 2290, 2291, 2295};
    int[] means = {0, 0, 0, 1, 1, 254, 254, 255};
    for (int i = 0; i < sums.length; i++) {
      assertThat(mean.of(sums[i]) & 0xFF).as("sum %d", sums[i]).isEqualTo(means[i]);
    }
  }
}
