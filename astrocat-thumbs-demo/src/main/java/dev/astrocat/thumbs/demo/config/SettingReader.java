package dev.astrocat.thumbs.demo.config;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.cache.CacheLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes settings of what was given. One thread at a time. */
final class SettingReader {

  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(30);
  private static final String FOLDER = "the path of a folder";

  private final Given given;

  SettingReader(Given given) {
    this.given = given;
  }

  Settings settings(UsualPlaces places) {
    Path root = given.read(Key.DATA, FOLDER, Path::of, Path.of(Key.DATA.usual()));
    DataFolder data = new DataFolder(root);
    Path thumbnails = given.read(Key.THUMBNAILS, FOLDER, Readers::path, places.thumbnails(data));
    Settings settings =
        new Settings(
            given.list(Key.IMAGES, "paths of folders", Readers::path),
            data,
            thumbnails,
            integer(Key.MAX_SIZE, 16, 8_192),
            database(data),
            given.find(Key.REDIS, "like redis://host:6379", t -> Optional.of(Readers.redis(t))),
            given.find(
                Key.ADMIN_TOKEN,
                "up to 500 ASCII characters without spaces",
                t -> Optional.of(Readers.token(t))),
            given.read(
                Key.LOOK,
                "astrocat or pixinsight",
                t -> Readers.choice(Look.class, t),
                Look.ASTROCAT),
            given.read(
                Key.ON_MISS,
                "generate, placeholder or not-found",
                t -> Readers.choice(OnMiss.class, t),
                OnMiss.GENERATE),
            workers(),
            integer(Key.READERS, 1, 64),
            given.find(
                Key.SCAN_EVERY,
                "off, or 10s to 30d like 90s, 15m, 2h, 1d",
                t -> Readers.interval(t, SHORTEST_INTERVAL, LONGEST_INTERVAL)),
            cacheLimits(),
            given.list(
                Key.PUBLIC_HOSTS, "names of hosts like thumbs.example.org", Readers::hostName),
            List.of());
    given.refuseMistakes();
    return settings.withShown(Shown.of(settings));
  }

  Listening listening() {
    Listening listening =
        new Listening(
            given.read(Key.HOST, "an address or a name", Readers::address, Key.HOST.usual()),
            integer(Key.PORT, 0, 65_535),
            given.list(
                Key.TRUSTED_PROXIES, "addresses or networks like 172.16.0.0/12", Readers::network));
    given.refuseMistakes();
    return listening;
  }

  private DatabaseUrl database(DataFolder data) {
    return given.read(
        Key.DATABASE, DatabaseUrl.EXPECTED, DatabaseUrl::parse, DatabaseUrl.embedded(data));
  }

  private int workers() {
    int processors = Runtime.getRuntime().availableProcessors();
    return given.read(
        Key.WORKERS, "0 to 256", t -> Readers.integer(t, 0, 256), Math.min(256, processors));
  }

  private int integer(Key key, int least, int most) {
    return given.read(key, least + " to " + most, t -> Readers.integer(t, least, most), least);
  }

  private CacheLimits cacheLimits() {
    OptionalLong most =
        given.read(
            Key.CACHE_LIMIT, "off, or a size like 20G", Readers::limit, OptionalLong.empty());
    long free = given.read(Key.FREE_FLOOR, "a size like 256M, or 0", Readers::size, 0L);
    return new CacheLimits(most, free);
  }
}
