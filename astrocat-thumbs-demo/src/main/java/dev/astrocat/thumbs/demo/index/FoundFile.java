package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.KnownFile;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An image file as a walk met it. Immutable.
 *
 * @param file absolute
 * @param format by its name: {@code FITS}
 * @param sizeBytes size
 * @param modifiedNanos last change, nanoseconds since 1970
 * @param key the same for the same file under another name; empty where the system has none
 */
record FoundFile(
    Path file, String format, long sizeBytes, long modifiedNanos, Optional<String> key) {

  static FoundFile of(Path file, String format, BasicFileAttributes attributes) {
    return new FoundFile(
        file,
        format,
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        key(attributes));
  }

  /** Device and inode. */
  static Optional<String> key(BasicFileAttributes attributes) {
    return Optional.ofNullable(attributes.fileKey()).map(Object::toString);
  }

  /** Whether it has the bytes that are known. */
  boolean isLike(KnownFile known) {
    return sizeBytes == known.sizeBytes() && modifiedNanos == known.modifiedNanos();
  }

  /** Whether nobody has written to it since. */
  boolean isLike(FoundFile other) {
    return sizeBytes == other.sizeBytes && modifiedNanos == other.modifiedNanos;
  }
}
