package dev.astrocat.thumbs.formats.raw;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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

  /** A new folder in the system's place for such things, after clearing away what others left. */
  static WorkerFolder create() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir", "."));
    // Readable by this user alone, where the file system knows users.
    Path folder = Files.createTempDirectory(parent, StaleFolders.PREFIX);
    FileChannel owner =
        FileChannel.open(
            folder.resolve(StaleFolders.OWNER),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
    WorkerFolder created = new WorkerFolder(folder, owner);
    Runtime.getRuntime().addShutdownHook(created.atExit);
    try {
      owner.lock();
      created.extract();
      StaleFolders.deleteBeside(folder);
      return created;
    } catch (IOException e) {
      created.close();
      throw e;
    }
  }

  Path path() {
    return folder;
  }

  Path jar() {
    return folder.resolve(JAR);
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
