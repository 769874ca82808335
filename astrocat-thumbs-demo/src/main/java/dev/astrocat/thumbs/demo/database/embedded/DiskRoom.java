package dev.astrocat.thumbs.demo.database.embedded;

import java.io.File;
import java.util.function.LongSupplier;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The room on the disk of a database. H2 closes its file for good when it cannot write it, so that
 * is not let happen. Thread-safe.
 */
final class DiskRoom {

  /** More than any transaction of ours takes, with what H2 writes besides. */
  static final long RESERVE_BYTES = 16L << 20;

  private final File folder;
  private final LongSupplier reserveBytes;

  private DiskRoom(File folder, LongSupplier reserveBytes) {
    this.folder = folder;
    this.reserveBytes = reserveBytes;
  }

  /**
   * Room where a file lies.
   *
   * @param name as H2 has it, with the names of wrappers before it
   * @param reserveBytes what must be left to write something
   */
  static DiskRoom of(String name, LongSupplier reserveBytes) {
    FilePath path = FilePath.get(name);
    while (path instanceof FilePathWrapper) {
      path = path.unwrap();
    }
    File file = new File(path.toString()).getAbsoluteFile();
    return new DiskRoom(file.getParentFile(), reserveBytes);
  }

  /**
   * Whether something may be written; yes where the disk does not tell, as writing will show it.
   */
  boolean isLeft() {
    // Not through a FileStore: it looks for the mount, which a chroot does not list.
    return folder.getTotalSpace() == 0 || folder.getUsableSpace() >= reserveBytes.getAsLong();
  }
}
