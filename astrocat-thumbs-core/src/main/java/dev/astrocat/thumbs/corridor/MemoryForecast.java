package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.source.SourceBytes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much memory the decode of a source is going to take: as much as that of the last one of the
 * same kind and about the same size, since frames come in series. Thread-safe.
 */
final class MemoryForecast {

  /** What a decode takes that reads a few rows at a time. */
  static final long STREAM_BYTES = 4L << 20;

  private static final int MOST_KINDS = 256;

  private final Map<Kind, Long> taken =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Long> eldest) {
          return size() > MOST_KINDS;
        }
      };

  /** Sources that take about as much. */
  private record Kind(String extension, long mebibytes) {

    static Kind of(SourceBytes source) {
      String name = source.name();
      int dot = name.lastIndexOf('.');
      String extension = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
      return new Kind(extension, source.size() >> 20);
    }
  }

  /** Bytes that the decode of a source is expected to take. */
  synchronized long of(SourceBytes source) {
    return taken.getOrDefault(Kind.of(source), STREAM_BYTES);
  }

  /** Takes note of what a decode took. */
  synchronized void took(SourceBytes source, long bytes) {
    if (bytes > STREAM_BYTES || taken.containsKey(Kind.of(source))) {
      taken.put(Kind.of(source), Math.max(STREAM_BYTES, bytes));
    }
  }
}
