package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.SourceException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The private temporary folder of a pool, with the workers' jar in it. It belongs to whoever holds
 * the lock of its file {@code owner}; the system lets go of it when that process dies. Thread-safe.
 */
final class WorkerFolder implements Closeable {

  /** Built beside the classes; not a class path entry, since a nested jar could not be one. */
  private static final String JAR = "raw-worker.jar";

  private final Path folder;
  private final FileChannel owner;
  private final Thread atExit = new Thread(this::delete, "raw-worker-folder");

  private WorkerFolder(Path folder, FileChannel owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /**
   * A new folder in the place for such things, after clearing away what others left.
   *
   * @throws DecodeException {@code FORMAT_UNSUPPORTED} if no folder can be made there
   * @throws IOException if it can, and the worker's jar does not fit for the moment
   */
  static WorkerFolder createIn(String temporary) throws IOException {
    WorkerFolder created = lockedIn(temporary);
    try {
      created.extract();
      StaleFolders.deleteBeside(created.folder);
      return created;
    } catch (IOException e) {
      created.close();
      throw cannotStart(e);
    }
  }

  /**
   * A folder that nobody else deletes. Before it is locked, another process may take it for left
   * behind; then there is a next one.
   */
  private static WorkerFolder lockedIn(String temporary) throws IOException {
    while (true) {
      WorkerFolder created = withOwner(newFolder(temporary));
      created.owner.lock();
      if (Files.exists(created.folder.resolve(StaleFolders.OWNER))) {
        return created;
      }
      created.close();
    }
  }

  private static WorkerFolder withOwner(Path folder) throws IOException {
    FileChannel owner =
        FileChannel.open(
            folder.resolve(StaleFolders.OWNER),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
    WorkerFolder created = new WorkerFolder(folder, owner);
    Runtime.getRuntime().addShutdownHook(created.atExit);
    return created;
  }

  private static IOException cannotStart(IOException cause) {
    return new IOException("no RAW worker can be started: " + SourceException.reason(cause), cause);
  }

  /** Readable by this user alone, where the file system knows users. */
  private static Path newFolder(String temporary) {
    try {
      return Files.createTempDirectory(Path.of(temporary), StaleFolders.PREFIX);
    } catch (IOException e) {
      throw noFolder(SourceException.reason(e), e);
    } catch (InvalidPathException e) {
      throw noFolder("its name cannot be written in this locale", e);
    }
  }

  private static DecodeException noFolder(String reason, Exception cause) {
    return new DecodeException(
        ErrorCode.FORMAT_UNSUPPORTED,
        "RAW workers need a folder for temporary files, and java.io.tmpdir gives none: " + reason,
        cause);
  }

  Path path() {
    return folder;
  }

  Path jar() {
    return folder.resolve(JAR);
  }

  /** Whether it is still there: some systems clear away what lay for days. */
  boolean isThere() {
    return Files.isReadable(jar());
  }

  /** By this class's own loader: from a folder, a jar, a jar in a jar, or a module. */
  private void extract() throws IOException {
    try (InputStream jar = WorkerFolder.class.getResourceAsStream(JAR)) {
      if (jar == null) {
        throw new FileNotFoundException("raw-worker.jar is missing from this build");
      }
      Files.copy(jar, jar());
    }
  }

  @Override
  public void close() throws IOException {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the JVM is shutting down, and the hook finds nothing left
    }
  }

  private void delete() {
    StaleFolders.closeAndDelete(owner, folder);
  }
}
