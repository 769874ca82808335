package dev.astrocat.thumbs.demo.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The options that all processes of an installation have, each with its variable; an option
 * outranks the variable. One thread at a time.
 *
 * <pre>{@code
 * @Mixin private SettingOptions options;
 * Settings settings = options.read(System.getenv());
 * }</pre>
 */
public final class SettingOptions {

  @ArgGroup(validate = false, order = 1, heading = "%nImages and places (or their variables):%n")
  private Places places = new Places();

  @ArgGroup(validate = false, order = 2, heading = "%nThumbnails:%n")
  private Pictures pictures = new Pictures();

  @ArgGroup(validate = false, order = 3, heading = "%nWork:%n")
  private Work work = new Work();

  @ArgGroup(validate = false, order = 4, heading = "%nSeveral machines and the network:%n")
  private Network network = new Network();

  /**
   * What they say together with the environment.
   *
   * @throws WrongSettings with a line for each mistake
   */
  public Settings read(Map<String, String> environment) {
    return read(environment, UsualPlaces.ofThisMachine());
  }

  Settings read(Map<String, String> environment, UsualPlaces usual) {
    Map<Key, List<String>> options = new EnumMap<>(Key.class);
    places.addTo(options);
    pictures.addTo(options);
    work.addTo(options);
    network.addTo(options);
    return new SettingReader(new Given(options, environment)).settings(usual);
  }

  private static void add(Map<Key, List<String>> options, Key key, @Nullable String value) {
    if (value != null) {
      options.put(key, List.of(value));
    }
  }

  private static void addAll(Map<Key, List<String>> options, Key key, List<String> values) {
    if (!values.isEmpty()) {
      options.put(key, List.copyOf(values));
    }
  }

  private static final class Places {

    @Option(
        names = "--library",
        paramLabel = "DIR",
        arity = "1..*",
        description =
            "folders with images, looked through with all folders below (IMAGE_PATHS, by commas;"
                + " default: a sample sky)")
    private List<String> library = List.of();

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description =
            "folder for database and sample images (ASTROCAT_DATA; default: astrocat-thumbs-data)")
    private @Nullable String data;

    @Option(
        names = "--thumbnails",
        paramLabel = "DIR",
        description =
            "folder of the thumbnail cache (THUMBNAIL_CACHE_PATH; default: /data/thumbnails where"
                + " that can be written, else in the data folder)")
    private @Nullable String thumbnails;

    void addTo(Map<Key, List<String>> options) {
      addAll(options, Key.IMAGES, library);
      add(options, Key.DATA, data);
      add(options, Key.THUMBNAILS, thumbnails);
    }
  }

  private static final class Pictures {

    @Option(
        names = "--max-size",
        paramLabel = "N",
        description = "longest side in pixels (THUMBNAIL_MAX_SIZE; default: 800)")
    private @Nullable String maxSize;

    @Option(
        names = "--look",
        paramLabel = "LOOK",
        description = "astrocat or pixinsight (THUMBNAIL_LOOK; default: astrocat)")
    private @Nullable String look;

    @Option(
        names = "--on-miss",
        paramLabel = "WHAT",
        description =
            "when a thumbnail is missing: generate, placeholder or not-found (THUMBNAIL_ON_MISS;"
                + " default: generate)")
    private @Nullable String onMiss;

    @Option(
        names = "--cache-limit",
        paramLabel = "SIZE",
        description = "most the cache takes, like 20G (THUMBNAIL_CACHE_LIMIT; default: off)")
    private @Nullable String cacheLimit;

    @Option(
        names = "--cache-free-floor",
        paramLabel = "SIZE",
        description =
            "disk space that the cache leaves free (THUMBNAIL_CACHE_FREE_FLOOR; default: 256M)")
    private @Nullable String freeFloor;

    void addTo(Map<Key, List<String>> options) {
      add(options, Key.MAX_SIZE, maxSize);
      add(options, Key.LOOK, look);
      add(options, Key.ON_MISS, onMiss);
      add(options, Key.CACHE_LIMIT, cacheLimit);
      add(options, Key.FREE_FLOOR, freeFloor);
    }
  }

  private static final class Work {

    @Option(
        names = "--workers",
        paramLabel = "N",
        description = "threads that make thumbnails (THUMBNAIL_WORKERS; default: one a processor)")
    private @Nullable String workers;

    @Option(
        names = "--readers-per-mount",
        paramLabel = "N",
        description = "files of one mount read at the same time (READERS_PER_MOUNT; default: 2)")
    private @Nullable String readers;

    @Option(
        names = "--scan-every",
        paramLabel = "TIME",
        description = "time between two scans, like 15m, or off (SCAN_EVERY; default: 15m)")
    private @Nullable String scanEvery;

    void addTo(Map<Key, List<String>> options) {
      add(options, Key.WORKERS, workers);
      add(options, Key.READERS, readers);
      add(options, Key.SCAN_EVERY, scanEvery);
    }
  }

  private static final class Network {

    @Option(
        names = "--database",
        paramLabel = "URL",
        description =
            "postgresql://user:password@host/name, for several machines (DATABASE_URL; default: a"
                + " file in the data folder)")
    private @Nullable String database;

    @Option(
        names = "--redis",
        paramLabel = "URL",
        description = "redis://host:6379, for progress (REDIS_URL; default: the database)")
    private @Nullable String redis;

    @Option(
        names = "--admin-token",
        paramLabel = "TOKEN",
        description =
            "what administrators must show; better in the variable, as others see options"
                + " (ADMIN_TOKEN)")
    private @Nullable String adminToken;

    @Option(
        names = "--public-host",
        paramLabel = "NAME",
        arity = "1..*",
        description = "further names that the server is reached by (PUBLIC_HOSTS, by commas)")
    private List<String> publicHosts = List.of();

    void addTo(Map<Key, List<String>> options) {
      add(options, Key.DATABASE, database);
      add(options, Key.REDIS, redis);
      add(options, Key.ADMIN_TOKEN, adminToken);
      addAll(options, Key.PUBLIC_HOSTS, publicHosts);
    }
  }
}
