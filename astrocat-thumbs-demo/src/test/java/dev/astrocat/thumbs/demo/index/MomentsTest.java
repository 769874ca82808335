package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentsTest {

  @ParameterizedTest
  @CsvSource({
    "2024-03-05T21:04:09, 2024-03-05T21:04:09Z",
    "2024-03-05 21:04:09, 2024-03-05T21:04:09Z",
    "2024-03-05T21:04:09.1234567, 2024-03-05T21:04:09.123456700Z",
    "2024-03-05T21:04, 2024-03-05T21:04:00Z",
    "2024-03-05, 2024-03-05T00:00:00Z",
    "2024-03-05T21:04:09Z, 2024-03-05T21:04:09Z",
    "2024-03-05T21:04:09 UT, 2024-03-05T21:04:09Z",
    "2024-03-05T23:04:09+02:00, 2024-03-05T21:04:09Z",
    "2024:03:05 21:04:09, 2024-03-05T21:04:09Z",
    "05/03/98, 1998-03-05T00:00:00Z",
    "2016-12-31T23:59:60, 2016-12-31T23:59:59Z",
  })
  void allWaysToWriteATime(String text, Instant instant) {
    assertThat(Moments.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "0000-00-00T00:00:00", "2024-13-01", "0000:00:00 00:00:00"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(Moments.parse(text)).isEmpty();
  }
}
