package dev.astrocat.thumbs.demo.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScrubTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/data/nas/m31.fits: no permission | m31.fits: no permission",
        "cannot read '/data/nas/m31.fits' | cannot read 'm31.fits'",
        "C:\\Users\\me\\m31.fits is gone | m31.fits is gone",
        "java.io.IOException: disk full | disk full",
        "FITS: NAXIS1 is -1 at byte 160 | FITS: NAXIS1 is -1 at byte 160",
        "no worker: FileNotFoundException | no worker",
        "16/32 bits, 3 km/s, and/or | 16/32 bits, 3 km/s, and/or",
        "http://example.org/help | http://example.org/help"
      })
  void messageKeepsWhatIsForAll(String message, String cleaned) {
    assertThat(Scrub.clean(message)).isEqualTo(cleaned);
  }
}
