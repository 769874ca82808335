package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entry was made of what its source holds now. A version that the host gave is compared
 * without any I/O; else a source is looked at once a minute at most, unless an entry differs from
 * what was seen last. Thread-safe.
 */
final class Freshness {

  /** What is known of an entry. */
  enum Verdict {
    CURRENT,
    STALE,
    /** The source cannot be reached to compare. */
    UNVERIFIED
  }

  private static final long TRUST_NANOS = 60_000_000_000L;
  private static final int MAX_REMEMBERED = 10_000;

  /** By so much times of files lag behind the clock, at most, where both are the kernel's. */
  private static final Duration TICK = Duration.ofMillis(100);

  private final LongSupplier nanoTime;
  private final Lookout lookout = new Lookout();
  private final Map<String, Sight> sights = new RecentSights();

  Freshness(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Compares an entry's version with the source's.
   *
   * @param kept tells when the entry was written or used, as far as that is known
   * @throws SourceException {@code SOURCE_NOT_FOUND} if the source is gone for certain, {@code
   *     NOT_A_REGULAR_FILE} if something else took its place
   */
  Verdict of(ImageSource source, SourceVersion made, Supplier<Optional<Instant>> kept) {
    if (source.givenVersion().isPresent()) {
      return compare(source.givenVersion(), made);
    }
    Verdict remembered = remembered(source.identity(), made);
    // The entry of another process may be newer than what was seen here: look again before a miss.
    return remembered == Verdict.STALE ? compare(look(source, made, kept), made) : remembered;
  }

  /** Remembers the version that a source had a moment ago, when it was decoded. */
  void saw(ImageSource source, SourceVersion version) {
    if (source.givenVersion().isEmpty()) {
      remember(source.identity(), Optional.of(version));
    }
  }

  private Verdict remembered(String identity, SourceVersion made) {
    @Nullable Sight sight;
    synchronized (sights) {
      sight = sights.get(identity);
    }
    if (sight == null || nanoTime.getAsLong() - sight.at() >= TRUST_NANOS) {
      return Verdict.STALE;
    }
    return compare(sight.version(), made);
  }

  private Optional<SourceVersion> look(
      ImageSource source, SourceVersion made, Supplier<Optional<Instant>> kept) {
    Optional<SourceVersion> version =
        lookout.look(source, () -> lastThere(source.identity(), made, kept));
    remember(source.identity(), version);
    return version;
  }

  /** When the source certainly was there: written, seen here, or made an entry of. */
  private Instant lastThere(String identity, SourceVersion made, Supplier<Optional<Instant>> kept) {
    return Stream.of(made.modified(), lastSeen(identity), kept.get())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Optional<Instant> lastSeen(String identity) {
    synchronized (sights) {
      return Optional.ofNullable(sights.get(identity)).map(Sight::there);
    }
  }

  /**
   * Whether a source is gone for certain. Looks at it, whatever is remembered.
   *
   * @param there when it certainly was there
   */
  static boolean isGone(ImageSource source, Instant there) {
    try {
      source.currentVersion();
      return false;
    } catch (SourceException e) {
      return isCertain(e, source, there);
    }
  }

  /**
   * A missing file on a disk that is not mounted, or behind a broken link, may come back. Nor did a
   * folder lose it that has not changed since it was there: that is the bare mount point.
   */
  static boolean isCertain(SourceException e, ImageSource source, Instant there) {
    return e.code() == ErrorCode.NOT_A_REGULAR_FILE
        || e.code() == ErrorCode.SOURCE_NOT_FOUND
            && source.placeChanged().filter(time -> time.isAfter(there.minus(TICK))).isPresent();
  }

  private void remember(String identity, Optional<SourceVersion> version) {
    synchronized (sights) {
      Sight before = sights.get(identity);
      Instant there =
          version.isPresent() ? Instant.now() : before == null ? Instant.EPOCH : before.there();
      sights.put(identity, new Sight(version, nanoTime.getAsLong(), there));
    }
  }

  private static Verdict compare(Optional<SourceVersion> now, SourceVersion made) {
    if (now.isEmpty()) {
      return Verdict.UNVERIFIED;
    }
    return now.get().equals(made) ? Verdict.CURRENT : Verdict.STALE;
  }

  /**
   * What was seen of a source, and when; no version if it could not be reached.
   *
   * @param there when it was reached for the last time
   */
  private record Sight(Optional<SourceVersion> version, long at, Instant there) {}

  /** The sources that were asked for last. */
  private static final class RecentSights extends LinkedHashMap<String, Sight> {

    private static final long serialVersionUID = 1L;

    RecentSights() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Sight> eldest) {
      return size() > MAX_REMEMBERED;
    }
  }
}
