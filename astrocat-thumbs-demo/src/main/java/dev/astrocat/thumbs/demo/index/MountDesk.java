package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.catalog.StoreException;
import dev.astrocat.thumbs.host.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All scans of one mount, one after the other, in a thread that lives as long as there is something
 * to scan. Thread-safe; nothing but the scans themselves waits for the mount.
 */
final class MountDesk {

  private static final Logger log = LoggerFactory.getLogger(MountDesk.class);

  private static final long LEASE_PAUSE_MILLIS = 2000;
  private static final long OUTAGE_PAUSE_MILLIS = 5000;
  private static final int CHUNK = 200;

  private final Path mount;
  private final Catalog catalog;
  private final ScanTools tools;
  private final ScanLedger ledger;
  private final InstantSource clock;
  private final Deque<ScanWish> wishes = new ArrayDeque<>();
  private Optional<ScanWish> present = Optional.empty();
  private @Nullable Thread thread;
  private boolean closed;
  private volatile Optional<ScanJob> job = Optional.empty();

  MountDesk(Path mount, Catalog catalog, ScanTools tools, ScanLedger ledger) {
    this.mount = mount;
    this.catalog = catalog;
    this.tools = tools;
    this.ledger = ledger;
    this.clock = tools.clock();
  }

  Path mount() {
    return mount;
  }

  /** The scan that is running here. */
  Optional<ScanJob> job() {
    return job;
  }

  /** Has something scanned, unless a scan that waits or runs does it; the one that does it. */
  synchronized ScanWish take(ScanWish wish) {
    Optional<ScanWish> other =
        wishes.stream().filter(w -> w.covers(wish)).findFirst().or(() -> running(wish));
    if (other.isPresent() || closed) {
      return other.orElse(wish);
    }
    wishes.addLast(wish);
    if (thread == null) {
      Thread fresh = new Thread(this::scanAll, "scan of " + mount);
      fresh.setDaemon(true);
      thread = fresh;
      fresh.start();
    }
    return wish;
  }

  private Optional<ScanWish> running(ScanWish wish) {
    return present.filter(w -> w.covers(wish));
  }

  private synchronized Optional<ScanWish> next() {
    present = closed ? Optional.empty() : Optional.ofNullable(wishes.pollFirst());
    if (present.isEmpty()) {
      thread = null;
    }
    return present;
  }

  private void scanAll() {
    Optional<ScanWish> wish = next();
    while (wish.isPresent()) {
      ScanWish one = wish.get();
      FutureTask<Boolean> task = new FutureTask<>(() -> scan(one), true);
      task.run();
      if (end(task)) {
        again(one);
      }
      wish = next();
    }
  }

  /** An outage ends, and nobody else would ask for this scan. */
  private void again(ScanWish wish) {
    try {
      Thread.sleep(OUTAGE_PAUSE_MILLIS);
      synchronized (this) {
        wishes.addFirst(wish);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Gives the mount back, whatever became of the scan, also when that was interrupted.
   *
   * @return whether an outage ended the scan
   */
  private boolean end(FutureTask<Boolean> task) {
    boolean isStopped = Thread.interrupted();
    boolean isOutage = false;
    try {
      task.get();
    } catch (ExecutionException e) {
      isOutage = isOutage(e);
      log.warn("the scan of {} failed{}", mount, isOutage ? ": a store is away" : "", e);
      job.ifPresent(
          failed ->
              Ticker.attempt(() -> ledger.ended(failed, RunState.FAILED, code(e)), "telling"));
    } catch (InterruptedException e) {
      isStopped = true;
    }
    job = Optional.empty();
    Ticker.attempt(() -> ledger.release(mount), "giving " + mount + " back");
    if (isStopped) {
      Thread.currentThread().interrupt();
    }
    return isOutage;
  }

  private static String code(Throwable failure) {
    return isOutage(failure) ? "STORE_UNAVAILABLE" : "INTERNAL_ERROR";
  }

  private static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HostException
          || cause instanceof StoreException store
              && store.kind() == StoreException.Kind.UNAVAILABLE) {
        return true;
      }
    }
    return false;
  }

  private void scan(ScanWish wish) {
    try {
      Mount known = catalog.register(List.of(mount)).get(0);
      while (!ledger.acquire(mount)) {
        Thread.sleep(LEASE_PAUSE_MILLIS);
      }
      ScanJob fresh = new ScanJob(new MountScan(wish, tools), known.name(), clock);
      job = Optional.of(fresh);
      scan(fresh, known);
    } catch (IOException e) {
      log.info("the scan of {} ended early: {}", mount, e.toString());
      stopped();
    } catch (InterruptedException e) {
      log.debug("the scan of {} was stopped", mount, e);
      stopped();
      Thread.currentThread().interrupt();
    }
  }

  private void stopped() {
    boolean isStopped = Thread.interrupted(); // the database is still to be told
    job.ifPresent(told -> ledger.ended(told, RunState.CANCELLED, ""));
    if (isStopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void scan(ScanJob fresh, Mount known) throws IOException, InterruptedException {
    ledger.tell(fresh);
    if (!fresh.scan().isConnected()) {
      offline(fresh, known);
      return;
    }
    if (!known.connected()) {
      catalog.saveMount(online(known));
    }
    queueUnmade(known);
    if (!fresh.scan().run()) {
      offline(fresh, known);
      return;
    }
    catalog.saveMount(fresh.ended(known));
    ledger.ended(fresh, RunState.COMPLETED, "");
    log.info("scan of {}: {}", mount, fresh.scan().sights().tally().counts());
  }

  /** A scan that was killed may have described images and not yet have queued them. */
  private void queueUnmade(Mount known) {
    Instant since = known.lastScan().orElse(Instant.EPOCH);
    List<Long> ids = catalog.unmade(mount, since, 0, CHUNK);
    while (!ids.isEmpty()) {
      tools.thumbnails().submit(ids.stream().map(String::valueOf).toList());
      ids = catalog.unmade(mount, since, ids.get(ids.size() - 1), CHUNK);
    }
  }

  private void offline(ScanJob lost, Mount known) {
    log.warn("{} is not there; its images stay as they are", mount);
    Instant since = known.offlineSince().orElseGet(clock::instant);
    catalog.saveMount(at(known, Optional.of(since)));
    ledger.ended(lost, RunState.FAILED, "MOUNT_OFFLINE");
  }

  private static Mount online(Mount known) {
    return at(known, Optional.empty());
  }

  private static Mount at(Mount known, Optional<Instant> offlineSince) {
    return new Mount(
        known.path(),
        known.name(),
        offlineSince.isEmpty(),
        offlineSince,
        known.lastScan(),
        known.lastScanSeconds(),
        known.files(),
        known.bytes(),
        known.last());
  }

  /** Stops the scan, but does not wait for a mount that hangs. */
  synchronized void close() {
    closed = true;
    wishes.clear();
    if (thread != null) {
      thread.interrupt();
    }
  }
}
