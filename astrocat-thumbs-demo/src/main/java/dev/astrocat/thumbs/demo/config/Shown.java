package dev.astrocat.thumbs.demo.config;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Settings as administrators see them. */
final class Shown {

  private static final List<String> SIZE_UNITS = List.of("", "K", "M", "G", "T");

  private Shown() {}

  static List<Setting> of(Settings settings) {
    return List.of(
        Key.IMAGES.shown(
            settings.imagePaths().isEmpty()
                ? "the sample sky"
                : settings.imagePaths().stream().map(String::valueOf).collect(joining(", "))),
        Key.DATA.shown(settings.data().root().toString()),
        Key.THUMBNAILS.shown(settings.thumbnails().toString()),
        Key.MAX_SIZE.shown(String.valueOf(settings.maxSize())),
        Key.DATABASE.shown(settings.database().toString()),
        Key.REDIS.shown(settings.redis().map(Shown::withoutLogin).orElse("not used")),
        Key.ADMIN_TOKEN.shown(settings.adminToken().isPresent() ? "set" : "not set"),
        Key.LOOK.shown(Readers.name(settings.look())),
        Key.ON_MISS.shown(Readers.name(settings.onMiss())),
        Key.WORKERS.shown(String.valueOf(settings.workers())),
        Key.READERS.shown(String.valueOf(settings.readersPerMount())),
        Key.SCAN_EVERY.shown(settings.scanEvery().map(Shown::interval).orElse("off")),
        Key.CACHE_LIMIT.shown(limit(settings.cacheLimits().maxBytes())),
        Key.FREE_FLOOR.shown(size(settings.cacheLimits().minFreeBytes())),
        Key.PUBLIC_HOSTS.shown(
            settings.publicHosts().isEmpty() ? "none" : String.join(", ", settings.publicHosts())));
  }

  private static String withoutLogin(URI redis) {
    String port = redis.getPort() < 0 ? "" : ":" + redis.getPort();
    return redis.getScheme() + "://" + redis.getHost() + port;
  }

  private static String interval(Duration interval) {
    long seconds = interval.toSeconds();
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
  }

  private static String limit(OptionalLong bytes) {
    return bytes.isPresent() ? size(bytes.getAsLong()) : "off";
  }

  /** In the largest unit that shows it exactly. */
  private static String size(long bytes) {
    int unit = 0;
    long number = bytes;
    while (number > 0 && number % 1_024 == 0 && unit < SIZE_UNITS.size() - 1) {
      number /= 1_024;
      unit++;
    }
    return number + SIZE_UNITS.get(unit);
  }
}
