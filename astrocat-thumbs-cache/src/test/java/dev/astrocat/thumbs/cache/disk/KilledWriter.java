package dev.astrocat.thumbs.cache.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A process that has written a temporary file and lives until it is killed. */
final class KilledWriter {

  private KilledWriter() {}

  /** The folder. */
  public static void main(String[] arguments) throws Exception {
    write(Path.of(arguments[0]));
    System.out.println("written");
    Thread.sleep(600_000);
  }

  private static void write(Path folder) throws IOException {
    new TemporaryFiles(folder, System::nanoTime).write(new byte[10]);
  }
}
