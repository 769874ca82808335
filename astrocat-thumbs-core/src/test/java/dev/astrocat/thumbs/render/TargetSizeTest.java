package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetSizeTest {

  @ParameterizedTest
  @CsvFileSource(resources = "thumbnail-sizes.csv")
  void sizesEqualThoseOfPillow(int width, int height, int max, int wantedWidth, int wantedHeight) {
    assertThat(TargetSize.of(width, height, max))
        .isEqualTo(new TargetSize(wantedWidth, wantedHeight));
  }

  @Test
  void nothingIsEnlarged() {
    assertThat(TargetSize.of(799, 3, 800)).isEqualTo(new TargetSize(799, 3));
  }

  /** Pillow: {@code int(length / wanted / 2.0) or 1}. */
  @ParameterizedTest
  @CsvSource({
    "6248, 800, 3",
    "9576, 800, 5",
    "1936, 800, 1",
    "12000, 800, 7",
    "10, 1, 5",
    "1, 1, 1",
    "3200, 800, 2",
    "3199, 800, 1"
  })
  void reductionLeavesTwiceTheSize(int length, int wanted, int reduction) {
    assertThat(TargetSize.reduction(length, wanted)).isEqualTo(reduction);
  }

  @Test
  void sumsOfTheLargestBoxFitAnInt() {
    int side = TargetSize.reduction(1_048_560, 1);
    assertThat(side).isEqualTo(TargetSize.MAX_REDUCTION);
    assertThat(255L * side * side + side * side / 2).isLessThan(Integer.MAX_VALUE);
    assertThat(new BoxMean(side * side).of(255 * side * side)).isEqualTo((byte) 255);
  }
}
