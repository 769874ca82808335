package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.Orientation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TurnTest {

  /**
   * The rows {@code abc} and {@code def} as each EXIF value asks to see them; PIL: {@code
   * ImageOps.exif_transpose}.
   */
  @ParameterizedTest
  @CsvSource({
    "1, abcdef",
    "2, cbafed",
    "3, fedcba",
    "4, defabc",
    "5, adbecf",
    "6, daebfc",
    "7, fcebda",
    "8, cfbead"
  })
  void eightWaysToTurnTwoRows(int exif, String wanted) {
    byte[] plane = {'a', 'b', 'c', 'd', 'e', 'f'};
    byte[] turned = Turn.turned(plane, 3, 2, Orientation.ofExif(exif));
    assertThat(new String(turned, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo(wanted);
  }
}
