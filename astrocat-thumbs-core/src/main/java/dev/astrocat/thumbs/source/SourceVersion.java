package dev.astrocat.thumbs.source;

import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * Which bytes a source holds, compared only for equality: two equal versions of one identity mean
 * equal bytes. Immutable.
 *
 * @param text any text without control characters: size and time of a file, an ETag of an object
 */
public record SourceVersion(String text) {

  /** Checks that the text can be stored in one line. */
  public SourceVersion {
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a source version is one line of text, was: " + text);
    }
  }

  /** The version of a file: its size in bytes and its time of modification to the nanosecond. */
  public static SourceVersion of(long sizeBytes, FileTime modified) {
    Instant time = modified.toInstant();
    String nanos = String.valueOf(1_000_000_000L + time.getNano()).substring(1); // nine digits
    return new SourceVersion(sizeBytes + "-" + time.getEpochSecond() + "." + nanos);
  }

  @Override
  public String toString() {
    return text;
  }
}
