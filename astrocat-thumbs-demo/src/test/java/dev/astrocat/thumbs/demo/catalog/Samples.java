package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.classify.FrameKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Files, frames and queries of tests. */
final class Samples {

  private Samples() {}

  static NewFile file(Path mount, String name, long size, long modifiedNanos) {
    String format = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    return new NewFile(mount.resolve(name), mount, format, size, modifiedNanos, key(name));
  }

  private static Optional<String> key(String name) {
    return name.length() > 150 ? Optional.empty() : Optional.of("key " + name);
  }

  /** A frame of which everything is known. */
  static Frame frame(FrameKind kind, String object, String filter) {
    return new Frame(
        6_248,
        4_176,
        kind,
        Frame.subtypeOf(kind),
        true,
        Optional.of(object),
        Optional.of(filter),
        OptionalDouble.of(299.9),
        OptionalDouble.of(100),
        OptionalDouble.of(-10.1),
        Optional.of(Instant.parse("2026-02-28T23:59:59.123456Z")),
        "fits");
  }

  /** A frame of which little is known. */
  static Frame plain(FrameKind kind, String object) {
    return new Frame(
        10,
        20,
        kind,
        Frame.subtypeOf(kind),
        false,
        Optional.of(object),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(Double.NaN),
        OptionalDouble.empty(),
        Optional.empty(),
        "tiff");
  }

  static QueryBuilder query() {
    return new QueryBuilder();
  }
}
