package dev.astrocat.thumbs.cache.disk.faulty;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Which operation fails, and how. One thread at a time. */
public final class Faults {

  /** What the system says. */
  public enum Kind {
    ENOSPC("No space left on device"),
    EIO("Input/output error"),
    EACCES("Permission denied");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    IOException exception() {
      return this == EACCES
          ? new AccessDeniedException("file")
          : new FileSystemException("file", null, words);
    }
  }

  private Kind kind = Kind.EIO;
  private long failing = Long.MAX_VALUE;
  private boolean isLasting;
  private long operations;

  /** A file system over the one of a folder, with these faults; gives the folder on it. */
  public Path on(Path folder) {
    return new FaultyFileSystem(folder.getFileSystem(), this).wrap(folder);
  }

  /** The n-th operation from now, counted from 1, fails. */
  public void failAt(long n, Kind how) {
    operations = 0;
    failing = n;
    kind = how;
    isLasting = false;
  }

  /** The n-th operation from now fails, and each after it. */
  public void failFrom(long n, Kind how) {
    failAt(n, how);
    isLasting = true;
  }

  /** Nothing fails any more; operations are counted from 0. */
  public void none() {
    failAt(Long.MAX_VALUE, Kind.EIO);
  }

  /** Operations since the last call of another method. */
  public long operations() {
    return operations;
  }

  void operation() throws IOException {
    operations++;
    if (operations == failing || isLasting && operations > failing) {
      throw kind.exception();
    }
  }
}
