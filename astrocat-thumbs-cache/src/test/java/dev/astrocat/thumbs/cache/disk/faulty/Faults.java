package dev.astrocat.thumbs.cache.disk.faulty;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Which operation fails or hangs, and how. Failures are counted for one thread at a time. */
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
  private long interrupts;
  private volatile boolean isHanging;

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

  /** From now on operations do not return, as on a network disk whose server is stopped. */
  public void hang() {
    isHanging = true;
  }

  /** Operations return again. */
  public synchronized void goOn() {
    isHanging = false;
    notifyAll();
  }

  private synchronized void waitWhileHanging() {
    while (isHanging) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupts++; // such a disk takes no notice
      }
    }
  }

  /** Nothing fails any more; operations are counted from 0. */
  public void none() {
    failAt(Long.MAX_VALUE, Kind.EIO);
  }

  /** How often somebody tried to interrupt an operation that did not return. */
  public synchronized long interrupts() {
    return interrupts;
  }

  /** Operations since the last call of another method. */
  public long operations() {
    return operations;
  }

  void operation() throws IOException {
    operations++;
    waitWhileHanging();
    if (operations == failing || isLasting && operations > failing) {
      throw kind.exception();
    }
  }
}
