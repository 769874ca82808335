package dev.astrocat.thumbs.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CacheStatisticsTest {

  /** {@code [round(b / 1048576, 2) for b in (...)]} in Python 3.11. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "5242, 0.0",
    "5243, 0.01",
    "131072, 0.12",
    "393216, 0.38",
    "655360, 0.62",
    "1048576, 1.0",
    "1610612736, 1536.0",
    "2147483647, 2048.0",
    "123456789012, 117737.57"
  })
  void megabytesAreRoundedAsPythonRounds(long bytes, double megabytes) {
    assertThat(new CacheStatistics(1, bytes).sizeMb()).isEqualTo(megabytes);
  }
}
