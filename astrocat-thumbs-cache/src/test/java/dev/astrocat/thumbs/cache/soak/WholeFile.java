package dev.astrocat.thumbs.cache.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** Small texts in files that a kill at any moment leaves whole. */
final class WholeFile {

  private WholeFile() {}

  static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text goes into a folder of left-overs first, and from there into its place at once. */
  static void write(Path file, String text) {
    try {
      Path scratch = file.getParent().resolveSibling("scratch");
      Files.createDirectories(scratch);
      Path temporary = scratch.resolve(UUID.randomUUID().toString());
      Files.writeString(temporary, text);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
