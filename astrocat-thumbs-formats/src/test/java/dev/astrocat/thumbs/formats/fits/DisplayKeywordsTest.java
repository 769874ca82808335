package dev.astrocat.thumbs.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.StoredStretch.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayKeywordsTest {

  @ParameterizedTest
  @CsvSource({
    "U16, CBLACK=100 CWHITE=900 MIPS-LO=1 MIPS-HI=2 DATAMIN=3 DATAMAX=4, CBLACK and CWHITE",
    "U16, MIPS-LO=10 MIPS-HI=20 DATAMIN=3 DATAMAX=4,                     MIPS-LO and MIPS-HI",
    "F32, MIPS-LO=10 MIPS-HI=20 MIPS-FLO=0.1 MIPS-FHI=0.2,               MIPS-FLO and MIPS-FHI",
    "F32, DATAMIN=-0.5 DATAMAX=0.5D0,                                    DATAMIN and DATAMAX",
    "U16, CBLACK=900 CWHITE=100 DATAMIN=3 DATAMAX=4,                     DATAMIN and DATAMAX",
    "U16, CBLACK=70000 CWHITE=90000 DATAMIN=3 DATAMAX=4,                 DATAMIN and DATAMAX",
    "U16, CBLACK=bright CWHITE=1 DATAMIN=3 DATAMAX=4,                    DATAMIN and DATAMAX"
  })
  void theFirstPairThatMakesSenseCounts(SampleType type, String cards, String keywords) {
    assertThat(describe(type, cards).storedStretch())
        .hasValueSatisfying(stored -> assertThat(((Window) stored).keywords()).isEqualTo(keywords));
  }

  @Test
  void pointsArePhysicalValues() {
    assertThat(describe(SampleType.F32, "DATAMIN=-0.5 DATAMAX=2.5E1").storedStretch())
        .contains(new Window("DATAMIN and DATAMAX", new Range(-0.5, 25)));
  }

  @ParameterizedTest
  @CsvSource({
    "U16, CBLACK=100",
    "U16, DATAMIN=5 DATAMAX=5",
    "F32, MIPS-LO=10 MIPS-HI=20",
    "U16, MIPS-FLO=0.1 MIPS-FHI=0.2",
    "F32, DATAMIN=0 DATAMAX=1E999"
  })
  void withoutSenseThereAreNone(SampleType type, String cards) {
    assertThat(describe(type, cards).storedStretch()).isEmpty();
  }

  private static ImageInfo describe(SampleType type, String cards) {
    Map<String, String> values =
        Arrays.stream(cards.split(" "))
            .map(card -> card.split("="))
            .collect(Collectors.toMap(card -> card[0], card -> card[1]));
    return DisplayKeywords.describe(ImageInfo.of(1, 1, 1, type), new Header(values, List.of()));
  }
}
