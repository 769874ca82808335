package dev.astrocat.thumbs.cache.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that tries to lock a file and tells by its exit code whether another one has it. */
final class MarkerLocker {

  static final int IS_LOCKED = 3;

  private MarkerLocker() {}

  /** The file. */
  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      System.exit(lock == null ? IS_LOCKED : 0);
    }
  }
}
