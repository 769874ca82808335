package dev.astrocat.thumbs.formats.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrocat.thumbs.formats.raw.RawOptions.Mode;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawOptionsTest {

  @Test
  void propertiesSayWhatDiffersFromTheDefaults() {
    Properties properties = new Properties();
    assertThat(RawOptions.from(properties)).isEqualTo(RawOptions.defaults());
    properties.setProperty("astrocat.raw.mode", "in-process");
    properties.setProperty("astrocat.raw.workers", "7");
    properties.setProperty("astrocat.raw.imagesPerWorker", "9");
    properties.setProperty("astrocat.raw.idleSeconds", "11");
    properties.setProperty("astrocat.raw.heapMegabytes", "64");
    properties.setProperty("astrocat.raw.nativeMegabytes", "128");
    assertThat(RawOptions.from(properties))
        .isEqualTo(
            RawOptions.defaults()
                .withMode(Mode.IN_PROCESS)
                .withWorkers(7)
                .withImagesPerWorker(9)
                .withIdleTime(Duration.ofSeconds(11))
                .withMemory(64L << 20, 128L << 20));
  }

  @ParameterizedTest
  @CsvSource({
    "mode, somewhere",
    "workers, 0",
    "workers, two",
    "workers, 12345678901",
    "imagesPerWorker, -1",
    "idleSeconds, 0",
    "heapMegabytes, 31",
    "heapMegabytes, 999999999",
    "nativeMegabytes, 1"
  })
  void nonsenseIsRefused(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty("astrocat.raw." + key, value);
    assertThatIllegalArgumentException().isThrownBy(() -> RawOptions.from(properties));
  }
}
