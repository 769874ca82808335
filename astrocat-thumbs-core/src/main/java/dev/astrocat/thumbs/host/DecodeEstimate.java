package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.source.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * About how much memory an image will take: 8 MiB and six times its file, since photographs grow so
 * much when they are decoded; 64 MiB where there is no file. Plain FITS takes far less, as it is
 * never held whole.
 */
final class DecodeEstimate {

  private static final long MEBIBYTE = 1L << 20;
  private static final long BASE = 8 * MEBIBYTE;
  private static final long UNKNOWN = 64 * MEBIBYTE;
  private static final long GROWTH = 6;

  private DecodeEstimate() {}

  /** May block on file-system access. */
  static long bytes(ImageSource source) {
    try {
      Path file = Path.of(source.identity());
      return file.isAbsolute()
          ? BASE + Math.min(Files.size(file), Long.MAX_VALUE / 2 / GROWTH) * GROWTH
          : UNKNOWN;
    } catch (IOException | InvalidPathException e) {
      return UNKNOWN; // no file, or one whose opening will fail soon
    }
  }
}
