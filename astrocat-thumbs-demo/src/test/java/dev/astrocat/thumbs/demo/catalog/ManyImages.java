package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** A library of many images that has no files: written as a scan writes it. */
public final class ManyImages {

  /** With a folder in them for each kind of frame, 500 folders. */
  private static final int NIGHTS = 83;

  private static final int AT_ONCE = 1_000;
  private static final Instant FIRST_NIGHT = Instant.parse("2019-01-01T18:00:00Z");

  private static final List<FrameKind> KINDS =
      List.of(
          FrameKind.LIGHT,
          FrameKind.LIGHT,
          FrameKind.LIGHT,
          FrameKind.LIGHT,
          FrameKind.DARK,
          FrameKind.FLAT,
          FrameKind.BIAS,
          FrameKind.MASTER_LIGHT,
          FrameKind.UNKNOWN);

  private static final List<String> FORMATS =
      List.of("FITS", "FITS", "FITS", "XISF", "CR2", "TIFF", "JPEG");

  private static final List<String> FILTERS = List.of("L", "R", "G", "B", "Ha", "OIII", "SII");

  private final Catalog catalog;
  private final List<Path> mounts;
  private final int images;

  private ManyImages(Catalog catalog, List<Path> mounts, int images) {
    this.catalog = catalog;
    this.mounts = mounts;
    this.images = images;
  }

  /** Adds images until there are so many; the same ones each time. */
  public static void fill(Database database, List<Path> mounts, int images) {
    Catalog catalog = new Catalog(database);
    catalog.register(mounts);
    ManyImages sky = new ManyImages(catalog, mounts, images);
    int known = (int) catalog.count(Optional.empty()).orElse(0);
    for (int from = known; from < images; from += AT_ONCE) {
      int first = from;
      database.inTransaction(handle -> sky.add(first, Math.min(images, first + AT_ONCE)));
    }
  }

  private int add(int first, int end) {
    IntStream.range(first, end).forEach(this::add);
    return end - first;
  }

  /** Of a thousand images, 950 have a thumbnail and 20 a problem; the others are new. */
  private void add(int number) {
    Random random = new Random(number);
    int folder = (int) ((long) number * NIGHTS / images);
    Path mount = mounts.get(folder % mounts.size());
    String object = (folder % 3 == 0 ? "NGC " : "M ") + (folder * 7 % 300 + 1);
    FrameKind kind = KINDS.get(random.nextInt(KINDS.size()));
    String filter = FILTERS.get(random.nextInt(FILTERS.size()));
    String format = FORMATS.get(random.nextInt(FORMATS.size()));
    Instant taken =
        FIRST_NIGHT.plus(Duration.ofDays(folder * 97L % NIGHTS)).plusSeconds(number % 30_000);
    String name = "%s_%s_%s_%05d.%s".formatted(object, kind, filter, number, format);
    Path file = mount.resolve("night%03d/%s".formatted(folder, kind)).resolve(name);
    long size = 1_000_000 + random.nextInt(50_000_000);
    long modified = Nanos.of(taken.plusSeconds(60));
    String key = "(dev=801,ino=%d)".formatted(number);
    long id =
        catalog.add(
            new NewFile(file, mount, format, size, modified, Optional.of(key)),
            frame(kind, object, filter, taken, random));
    int chance = random.nextInt(1_000);
    if (chance < 950) {
      catalog.saveThumbnail(String.valueOf(id), "/thumbnails/" + name + "_thumb.jpg", taken);
    } else if (chance < 970) {
      ErrorCode code = chance < 965 ? ErrorCode.DATA_TRUNCATED : ErrorCode.NO_IMAGE;
      catalog.failed(file, Problem.of(code, "why there is no picture", taken));
    }
    catalog.queued(List.of(id));
  }

  private static Frame frame(
      FrameKind kind, String object, String filter, Instant taken, Random random) {
    return new Frame(
        6_248,
        4_176,
        kind,
        Frame.subtypeOf(kind),
        random.nextInt(4) == 0,
        kind == FrameKind.LIGHT ? Optional.of(object) : Optional.empty(),
        kind == FrameKind.DARK ? Optional.empty() : Optional.of(filter),
        OptionalDouble.of(60 * (1 + random.nextInt(5))),
        OptionalDouble.of(100),
        OptionalDouble.of(-10),
        random.nextInt(10) == 0 ? Optional.empty() : Optional.of(taken),
        "fits");
  }
}
