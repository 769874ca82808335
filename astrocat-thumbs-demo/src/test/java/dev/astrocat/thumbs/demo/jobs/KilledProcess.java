package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.NewFile;
import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.JobOptions;
import dev.astrocat.thumbs.host.JobOutcome;
import dev.astrocat.thumbs.host.QueueLimits;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.host.ThumbnailJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes to a database, and ends like a process that is killed the moment after. */
final class KilledProcess {

  static final Path MOUNT = Path.of("/mnt/nas");

  private KilledProcess() {}

  /**
   * Adds an image and does one thing more.
   *
   * @param args the database, and {@code submit} or {@code subtype}
   */
  public static void main(String[] args) {
    Database database = Database.open(DatabaseUrl.parse(args[0]));
    Catalog catalog = new Catalog(database);
    catalog.register(List.of(MOUNT));
    Path file = MOUNT.resolve("a.fits");
    long id = catalog.add(new NewFile(file, MOUNT, "FITS", 1, 1, Optional.empty()));
    if (args[1].equals("submit")) {
      queue(database).submit(job(id));
    } else {
      catalog.changeSubtype(id, Subtype.PLANETARY);
    }
    Runtime.getRuntime().halt(137); // as kill -9: nothing is closed, no hook runs
  }

  private static SchedulerQueue queue(Database database) {
    return SchedulerQueue.open(
        database,
        "killed",
        0,
        QueueLimits.defaults(),
        (job, admission) -> new JobOutcome.Done(1, 0, 0));
  }

  private static ThumbnailJob job(long id) {
    return new ThumbnailJob(
        "key",
        "run",
        0,
        List.of(String.valueOf(id)),
        JobOptions.DEFAULT,
        Renewal.NEEDED,
        Priority.NEW);
  }
}
