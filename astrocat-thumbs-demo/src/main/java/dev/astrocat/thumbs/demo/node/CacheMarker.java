package dev.astrocat.thumbs.demo.node;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text in the folder of thumbnails by which processes find out whether they mean the same folder:
 * paths tell nothing across machines.
 */
final class CacheMarker {

  private static final Logger log = LoggerFactory.getLogger(CacheMarker.class);
  private static final String NAME = ".astrocat-thumbs-folder";
  private static final int LENGTH = 36;

  private CacheMarker() {}

  /** The text, which the first process writes; none if the folder can neither be read nor written. */
  static Optional<String> of(Path thumbnails) {
    Path file = thumbnails.resolve(NAME);
    try {
      return Files.exists(file) ? read(file) : write(file);
    } catch (IOException e) {
      log.warn("cannot tell whether other processes use the same folder of thumbnails: {}", e.toString());
      return Optional.empty();
    }
  }

  private static Optional<String> write(Path file) throws IOException {
    Path draft = Files.createTempFile(file.getParent(), NAME, ".tmp");
    try {
      Files.writeString(draft, UUID.randomUUID().toString());
      Files.createLink(file, draft); // whole or not at all, and only one process can
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } finally {
      Files.deleteIfExists(draft);
    }
    return read(file);
  }

  private static Optional<String> read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    return text.length() == LENGTH ? Optional.of(text) : Optional.empty();
  }
}
