package dev.astrocat.thumbs.demo.database.embedded;

import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.NewFile;
import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A scan and persons at one database, until it is stopped or the process dies. */
final class BusyCatalog {

  static final Path MOUNT = Path.of("/mnt/nas");
  private static final int PERSONS = 2;

  private final Catalog catalog;
  private final BiConsumer<Long, Subtype> promised;
  private final long start = System.nanoTime();
  private final List<Long> ids = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile boolean isStopped;

  private BusyCatalog(Database database, BiConsumer<Long, Subtype> promised) {
    this.catalog = new Catalog(database);
    this.promised = promised;
  }

  /** Begins; what is promised is told right after it was. */
  static BusyCatalog start(Database database, BiConsumer<Long, Subtype> promised) {
    BusyCatalog busy = new BusyCatalog(database, promised);
    busy.catalog.register(List.of(MOUNT));
    busy.thread(busy::scan);
    for (int person = 0; person < PERSONS; person++) {
      int first = person;
      busy.thread(() -> busy.choose(first));
    }
    return busy;
  }

  private void thread(Runnable work) {
    Thread thread = new Thread(work, "busy");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void scan() {
    for (int i = 0; !isStopped; i++) {
      Path file = MOUNT.resolve(start + "/" + i / 50 + "/" + i + ".fits");
      ids.add(catalog.add(new NewFile(file, MOUNT, "FITS", i, start + i, Optional.of("k" + i))));
    }
  }

  /** Each image once, so that it is known what a promise must have come to. */
  private void choose(int first) {
    for (int i = first; !isStopped; ) {
      if (i < ids.size()) {
        long id = ids.get(i);
        Subtype subtype = Subtype.values()[i % Subtype.values().length];
        catalog.changeSubtype(id, subtype);
        promised.accept(id, subtype);
        i += PERSONS;
      } else {
        Thread.onSpinWait();
      }
    }
  }

  void stop() throws InterruptedException {
    isStopped = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
