package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamedSizesTest {

  @ParameterizedTest
  @CsvSource({
    "1, GRID",
    "320, GRID",
    "321, CARD",
    "500, CARD",
    "799, PAGE",
    "801, DETAIL",
    "9000, DETAIL"
  })
  void otherNumbersGoUpToANamedSize(int wanted, NamedSize size) {
    assertThat(NamedSizes.defaults().atLeast(wanted)).isEqualTo(size);
  }

  @Test
  void sizesAreOrderedByTheirPixelsWhateverTheirNames() {
    NamedSizes sizes = NamedSizes.defaults().with(NamedSize.GRID, 2000);
    assertThat(sizes.of(NamedSize.GRID)).isEqualTo(2000);
    assertThat(sizes.of(NamedSize.CARD)).isEqualTo(500);
    assertThat(sizes.atLeast(1)).isEqualTo(NamedSize.CARD);
    assertThat(sizes.atLeast(1601)).isEqualTo(NamedSize.GRID);
    assertThat(sizes.atLeast(2001)).isEqualTo(NamedSize.GRID);
  }

  @Test
  void impossibleSizesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedSizes.defaults().with(NamedSize.PAGE, 0));
  }
}
