package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ErrorCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** The folder that pictures are written into; made when the first is about to be. Thread-safe. */
final class OutputFolder {

  private final String folder;
  private final AtomicLong parts = new AtomicLong();

  OutputFolder(String folder) {
    this.folder = folder;
  }

  /** The folder as it was named on the command line. */
  String name() {
    return folder;
  }

  /**
   * The folder, which is there afterwards.
   *
   * @throws CacheException {@code CACHE_IO}
   */
  Path made() {
    try {
      return Files.createDirectories(Path.of(folder));
    } catch (InvalidPathException e) {
      throw failure("cannot use the folder name " + folder + "; " + FileNames.LOCALE_ADVICE, e);
    } catch (FileAlreadyExistsException e) {
      throw failure(folder + " is not a folder; name another with --out", e);
    } catch (IOException e) {
      throw failure(
          "cannot make the folder " + folder + " (" + reason(e) + "); name another with --out", e);
    }
  }

  /**
   * Writes a picture; a reader sees all of it or nothing.
   *
   * @return where it is
   * @throws CacheException {@code CACHE_IO}
   */
  Path write(String name, byte[] bytes) {
    Path folder = made();
    Path target = folder.resolve(name);
    try {
      Path part = folder.resolve(partName());
      try {
        Files.write(part, bytes);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return target;
    } catch (IOException e) {
      throw failure(
          "cannot write "
              + target
              + " ("
              + reason(e)
              + "); free space, allow writing, or name another folder with --out",
          e);
    }
  }

  /** Not by {@code createTempFile}: pictures should get the permissions that new files get. */
  private String partName() {
    return ".astrocat-" + ProcessHandle.current().pid() + "-" + parts.incrementAndGet() + ".part";
  }

  private static CacheException failure(String message, Exception cause) {
    return new CacheException(ErrorCode.CACHE_IO, message, cause);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : e.getClass().getSimpleName();
  }
}
