package dev.astrocat.thumbs.demo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.cache.CacheLimits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class SettingsTest {

  private static final UsualPlaces NOWHERE = new UsualPlaces(Path.of("/no such folder"));

  @TempDir private Path folder;

  @Test
  void withoutAnyWordTheDefaultsHold() {
    Settings settings = read(Map.of());
    Path data = Path.of("astrocat-thumbs-data");
    assertThat(settings.imagePaths()).isEmpty();
    assertThat(settings.data().root()).isEqualTo(data);
    assertThat(settings.thumbnails()).isEqualTo(data.resolve("thumbnails").toAbsolutePath());
    assertThat(settings.maxSize()).isEqualTo(800);
    assertThat(settings.database().kind()).isEqualTo(DatabaseUrl.Kind.H2);
    assertThat(settings.database().jdbcUrl())
        .startsWith(
            "jdbc:h2:newest:async:" + data.resolve("database/astrocat").toAbsolutePath() + ";");
    assertThat(settings.redis()).isEmpty();
    assertThat(settings.adminToken()).isEmpty();
    assertThat(settings.look()).isEqualTo(Look.ASTROCAT);
    assertThat(settings.onMiss()).isEqualTo(OnMiss.GENERATE);
    assertThat(settings.workers()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.readersPerMount()).isEqualTo(2);
    assertThat(settings.scanEvery()).contains(Duration.ofMinutes(15));
    assertThat(settings.cacheLimits()).isEqualTo(CacheLimits.defaults());
    assertThat(settings.publicHosts()).isEmpty();
    assertThat(new ListenOptions().read(Map.of()))
        .isEqualTo(new Listening("127.0.0.1", 8_080, List.of()));
  }

  @Test
  void everyVariableIsHeard() {
    Settings settings =
        read(
            Map.ofEntries(
                Map.entry("IMAGE_PATHS", "/mnt/a, /mnt/b/../c ,,/mnt/a"),
                Map.entry("ASTROCAT_DATA", "/var/astro"),
                Map.entry("THUMBNAIL_CACHE_PATH", "/var/thumbs"),
                Map.entry("THUMBNAIL_MAX_SIZE", "400"),
                Map.entry("DATABASE_URL", "postgres://u:p@db/astro"),
                Map.entry("REDIS_URL", "redis://:geheim@cache:6380/1"),
                Map.entry("ADMIN_TOKEN", "top-secret"),
                Map.entry("THUMBNAIL_LOOK", "PixInsight"),
                Map.entry("THUMBNAIL_ON_MISS", "not-found"),
                Map.entry("THUMBNAIL_WORKERS", "0"),
                Map.entry("READERS_PER_MOUNT", "5"),
                Map.entry("SCAN_EVERY", "off"),
                Map.entry("THUMBNAIL_CACHE_LIMIT", "20G"),
                Map.entry("THUMBNAIL_CACHE_FREE_FLOOR", "0"),
                Map.entry("PUBLIC_HOSTS", "Thumbs.example.org,nas")));
    assertThat(settings.imagePaths()).containsExactly(Path.of("/mnt/a"), Path.of("/mnt/c"));
    assertThat(settings.data().root()).isEqualTo(Path.of("/var/astro"));
    assertThat(settings.thumbnails()).isEqualTo(Path.of("/var/thumbs"));
    assertThat(settings.maxSize()).isEqualTo(400);
    assertThat(settings.database()).isEqualTo(DatabaseUrl.parse("postgres://u:p@db/astro"));
    assertThat(settings.redis()).contains(URI.create("redis://:geheim@cache:6380/1"));
    assertThat(settings.adminToken()).contains("top-secret");
    assertThat(settings.look()).isEqualTo(Look.PIXINSIGHT);
    assertThat(settings.onMiss()).isEqualTo(OnMiss.NOT_FOUND);
    assertThat(settings.workers()).isZero();
    assertThat(settings.readersPerMount()).isEqualTo(5);
    assertThat(settings.scanEvery()).isEmpty();
    assertThat(settings.cacheLimits())
        .isEqualTo(CacheLimits.defaults().withMaxBytes(20L << 30).withMinFreeBytes(0));
    assertThat(settings.publicHosts()).containsExactly("thumbs.example.org", "nas");
    assertThat(settings.toString()).doesNotContain("geheim", "top-secret");
    assertThat(settings.shown())
        .contains(new Setting("Redis", "REDIS_URL", "--redis", "redis://cache:6380"))
        .contains(new Setting("Admin token", "ADMIN_TOKEN", "--admin-token", "set"))
        .contains(new Setting("Database", "DATABASE_URL", "--database", "postgresql://db/astro"))
        .contains(new Setting("Cache limit", "THUMBNAIL_CACHE_LIMIT", "--cache-limit", "20G"));
  }

  @Test
  void proxiesAreAddressesAndNetworks() {
    Map<String, String> environment =
        Map.of("TRUSTED_PROXIES", "127.0.0.1, 172.16.0.0/12,fd00::/8");
    assertThat(new ListenOptions().read(environment).trustedProxies())
        .containsExactly("127.0.0.1", "172.16.0.0/12", "fd00::/8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "300.1.1.1", "10.0.0.0/", "10.0.0.0/-1"})
  void aProxyThatIsNoAddressIsRefused(String wrong) {
    assertThatThrownBy(() -> new ListenOptions().read(Map.of("TRUSTED_PROXIES", wrong)))
        .isInstanceOf(WrongSettings.class)
        .hasMessage(
            "TRUSTED_PROXIES must be addresses or networks like 172.16.0.0/12, not " + wrong);
  }

  @Test
  void anOptionOutranksItsVariable() {
    Map<String, String> environment =
        Map.of("THUMBNAIL_MAX_SIZE", "abc", "IMAGE_PATHS", "/mnt/x", "SCAN_EVERY", "1h");
    Settings settings =
        read(
            environment,
            "--max-size",
            "640",
            "--library",
            "/mnt/a,b",
            "/mnt/c",
            "--scan-every=90s");
    assertThat(settings.maxSize()).isEqualTo(640);
    assertThat(settings.imagePaths()).containsExactly(Path.of("/mnt/a,b"), Path.of("/mnt/c"));
    assertThat(settings.scanEvery()).contains(Duration.ofSeconds(90));
    assertThat(read(Map.of(), "--library", "/mnt/a", "--library", "/mnt/b").imagePaths())
        .hasSize(2);
  }

  @Test
  void aBlankVariableSaysNothing() {
    assertThat(read(Map.of("THUMBNAIL_MAX_SIZE", " ", "REDIS_URL", "")).maxSize()).isEqualTo(800);
  }

  @Test
  void thumbnailsLieInTheDocumentedFolderWhereItCanBeUsed() throws Exception {
    UsualPlaces usual = new UsualPlaces(folder);
    Path documented = folder.resolve("thumbnails");
    assertThat(usual.thumbnails(new DataFolder(Path.of("d")))).isEqualTo(documented);
    Files.createFile(documented);
    assertThat(usual.thumbnails(new DataFolder(Path.of("/d")))).isEqualTo(Path.of("/d/thumbnails"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          THUMBNAIL_MAX_SIZE | abc | THUMBNAIL_MAX_SIZE must be 16 to 8192, not abc
          THUMBNAIL_MAX_SIZE | 15 | THUMBNAIL_MAX_SIZE must be 16 to 8192, not 15
          THUMBNAIL_MAX_SIZE | 8193 | THUMBNAIL_MAX_SIZE must be 16 to 8192, not 8193
          THUMBNAIL_MAX_SIZE | 99999999999 | THUMBNAIL_MAX_SIZE must be 16 to 8192, not 99999999999
          THUMBNAIL_WORKERS | -1 | THUMBNAIL_WORKERS must be 0 to 256, not -1
          READERS_PER_MOUNT | 0 | READERS_PER_MOUNT must be 1 to 64, not 0
          SCAN_EVERY | 5s | SCAN_EVERY must be off, or 10s to 30d like 90s, 15m, 2h, 1d, not 5s
          SCAN_EVERY | 31d | SCAN_EVERY must be off, or 10s to 30d like 90s, 15m, 2h, 1d, not 31d
          SCAN_EVERY | 15 | SCAN_EVERY must be off, or 10s to 30d like 90s, 15m, 2h, 1d, not 15
          THUMBNAIL_LOOK | nice | THUMBNAIL_LOOK must be astrocat or pixinsight, not nice
          THUMBNAIL_ON_MISS | 404 | THUMBNAIL_ON_MISS must be generate, placeholder or not-found, not 404
          THUMBNAIL_CACHE_LIMIT | 0 | THUMBNAIL_CACHE_LIMIT must be off, or a size like 20G, not 0
          THUMBNAIL_CACHE_LIMIT | 9999999999T | THUMBNAIL_CACHE_LIMIT must be off, or a size like 20G, not 9999999999T
          THUMBNAIL_CACHE_FREE_FLOOR | much | THUMBNAIL_CACHE_FREE_FLOOR must be a size like 256M, or 0, not much
          PUBLIC_HOSTS | http://x | PUBLIC_HOSTS must be names of hosts like thumbs.example.org, not http://x
          REDIS_URL | localhost:6379 | REDIS_URL must be like redis://host:6379
          REDIS_URL | redis://:pass word@x | REDIS_URL must be like redis://host:6379
          ADMIN_TOKEN | two words | ADMIN_TOKEN must be up to 500 ASCII characters without spaces
          DATABASE_URL | mysql://u:p@x/y | DATABASE_URL must be postgresql://user:password@host:5432/name, jdbc:postgresql://... or jdbc:h2:...
          """)
  void aWrongValueIsToldWithWhatIsRight(String variable, String value, String message) {
    assertThatThrownBy(() -> read(Map.of(variable, value)))
        .isInstanceOf(WrongSettings.class)
        .hasMessage(message);
  }

  @Test
  void wrongOptionsAreToldByTheirNames() {
    assertThatThrownBy(() -> read(Map.of("THUMBNAIL_MAX_SIZE", "9"), "--max-size", "1\n2"))
        .hasMessage("--max-size must be 16 to 8192, not 1?2");
    assertThatThrownBy(() -> read(Map.of(), "--data", "a\0b"))
        .hasMessage("--data must be the path of a folder, not a?b");
    assertThatThrownBy(() -> read(Map.of(), "--thumbnails", ""))
        .hasMessage("--thumbnails must be the path of a folder, not ");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatThrownBy(
            () -> read(Map.of("THUMBNAIL_MAX_SIZE", "x", "IMAGE_PATHS", "a\0,b", "PORT", "y")))
        .message()
        .hasLineCount(2)
        .contains("THUMBNAIL_MAX_SIZE", "IMAGE_PATHS");
    assertThatThrownBy(() -> new ListenOptions().read(Map.of("PORT", "65536", "HOST", "a b")))
        .message()
        .contains("PORT must be 0 to 65535, not 65536", "HOST must be");
  }

  @Test
  void helpNamesEverySettingInGroups() {
    String help = new CommandLine(new Verb()).getUsageMessage();
    for (Key key : Key.values()) {
      assertThat(help).contains(key.option(), key.variable());
    }
    assertThat(help).contains("Thumbnails:", "Work:", "Several machines and the network:");
  }

  private static Settings read(Map<String, String> environment, String... arguments) {
    Verb verb = new Verb();
    new CommandLine(verb).parseArgs(arguments);
    return verb.options.read(environment, NOWHERE);
  }

  /** A verb with all options. */
  @Command(name = "verb", sortOptions = false)
  private static final class Verb {

    @Mixin private SettingOptions options;
    @Mixin private ListenOptions listening;
  }
}
