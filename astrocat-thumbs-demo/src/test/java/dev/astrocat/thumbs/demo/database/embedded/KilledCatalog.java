package dev.astrocat.thumbs.demo.database.embedded;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Is busy at a database, and tells what it promised, until it is killed. */
final class KilledCatalog {

  private KilledCatalog() {}

  /**
   * Never ends.
   *
   * @param args the database
   */
  public static void main(String[] args) throws InterruptedException {
    FileOutputStream out = new FileOutputStream(FileDescriptor.out); // a write each, no buffer
    Database database = Database.open(DatabaseUrl.parse(args[0]));
    BusyCatalog.start(
        database,
        (id, subtype) -> {
          try {
            out.write(("promised " + id + " " + subtype + "\n").getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    new CountDownLatch(1).await();
  }
}
