package dev.astrocat.thumbs.demo.database.embedded;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room on the disk of a database. H2 closes its file for good when it cannot write it, so that
 * is not let happen. Thread-safe.
 */
final class DiskRoom {

  /** More than any transaction of ours takes, with what H2 writes besides. */
  static final long RESERVE_BYTES = 16L << 20;

  private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);

  private final FileStore disk;
  private final LongSupplier reserveBytes;

  private DiskRoom(FileStore disk, LongSupplier reserveBytes) {
    this.disk = disk;
    this.reserveBytes = reserveBytes;
  }

  /**
   * Room where a file lies.
   *
   * @param name as H2 has it, with the names of wrappers before it
   * @param reserveBytes what must be left to write something
   */
  static DiskRoom of(String name, LongSupplier reserveBytes) throws IOException {
    FilePath path = FilePath.get(name);
    while (path instanceof FilePathWrapper) {
      path = path.unwrap();
    }
    return new DiskRoom(Files.getFileStore(Path.of(path.toString())), reserveBytes);
  }

  /** Whether something may be written. */
  boolean isLeft() {
    try {
      return disk.getUsableSpace() >= reserveBytes.getAsLong();
    } catch (IOException e) {
      log.debug("{} does not tell its room", disk, e);
      return true; // writing will show it
    }
  }
}
