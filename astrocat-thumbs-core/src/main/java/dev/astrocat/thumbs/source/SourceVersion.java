package dev.astrocat.thumbs.source;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes a source holds, compared only for equality: two equal versions of one identity mean
 * equal bytes. Immutable.
 *
 * @param text any text without control characters: size and time of a file, an ETag of an object
 */
public record SourceVersion(String text) {

  /** More digits stand for no time that {@link Instant} knows. */
  private static final Pattern OF_FILE =
      Pattern.compile("[0-9]{1,19}-(-?[0-9]{1,12})\\.([0-9]{9})");

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

  /** When the file was modified that has this version; empty for versions of another make. */
  public Optional<Instant> modified() {
    Matcher matcher = OF_FILE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            Instant.ofEpochSecond(
                Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
