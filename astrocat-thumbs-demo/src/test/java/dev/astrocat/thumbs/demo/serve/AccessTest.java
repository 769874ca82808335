package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.config.Listening;
import dev.astrocat.thumbs.demo.config.SettingOptions;
import dev.astrocat.thumbs.demo.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessTest {

  private static final String ADDRESS = "http://127.0.0.1:8080/";

  @TempDir private Path folder;

  @Test
  void whoIsAtThisMachineAdministrates() throws IOException {
    Access access = Access.of(settings(Map.of()), at("127.0.0.1"));

    assertThat(access.token()).isEmpty();
    assertThat(access.words(ADDRESS)).containsExactly("open " + ADDRESS + hint());
  }

  private static String hint() {
    return " (only on this machine; --host 0.0.0.0 for the network)";
  }

  @Test
  void networkNeedsATokenWhichIsShownOnce() throws IOException {
    Access first = Access.of(settings(Map.of()), at("0.0.0.0"));
    Access second = Access.of(settings(Map.of()), at("0.0.0.0"));

    assertThat(first.words(ADDRESS))
        .last()
        .asString()
        .isEqualTo(
            "administration: " + ADDRESS + "admin#token=" + first.token().orElse("no token"));
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(second.words(ADDRESS)).last().asString().doesNotContain("#token=");
  }

  /** A proxy makes the whole network come from this machine. */
  @Test
  void nameOrProxyNeedsATokenToo() throws IOException {
    Settings named = settings(Map.of("PUBLIC_HOSTS", "thumbs.example.org"));
    Listening behind = new Listening("127.0.0.1", 8_080, List.of("127.0.0.1"));

    assertThat(Access.of(named, at("127.0.0.1")).token()).isPresent();
    assertThat(Access.of(settings(Map.of()), behind).token()).isPresent();
  }

  private static Listening at(String host) {
    return new Listening(host, 8_080, List.of());
  }

  private Settings settings(Map<String, String> further) {
    Map<String, String> environment = new HashMap<>(further);
    environment.put("ASTROCAT_DATA", folder.toString());
    return new SettingOptions().read(environment);
  }
}
