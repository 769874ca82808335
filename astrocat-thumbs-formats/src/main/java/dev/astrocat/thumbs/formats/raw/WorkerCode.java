package dev.astrocat.thumbs.formats.raw;

import java.nio.file.Path;
import java.util.List;

/**
 * What runs inside a worker. Immutable.
 *
 * @param engine class name of the {@code RawEngine}, with a public no-argument constructor
 * @param extraClassPath where that class is, if not in the workers' jar
 */
record WorkerCode(String engine, List<Path> extraClassPath) {

  /** LibRaw, which the workers' jar holds. */
  static final WorkerCode LIBRAW =
      new WorkerCode("dev.astrocat.thumbs.formats.raw.libraw.LibRawEngine", List.of());

  /** Keeps a list of its own. */
  WorkerCode {
    extraClassPath = List.copyOf(extraClassPath);
  }
}
