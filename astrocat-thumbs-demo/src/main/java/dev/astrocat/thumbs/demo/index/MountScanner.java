package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.host.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scans one mount while no other process does, and writes down what became of it. One thread scans
 * at a time; the scan of now may be asked for by any.
 */
final class MountScanner {

  private static final Logger log = LoggerFactory.getLogger(MountScanner.class);

  private static final long LEASE_PAUSE_MILLIS = 1000;

  private final Path mount;
  private final Catalog catalog;
  private final ScanSetup setup;
  private final ScanLedger ledger;
  private final InstantSource clock;

  /**
   * Held while the lease is taken, kept or given back: a lease of no scan would keep others out.
   */
  private final Object lease = new Object();

  private volatile Optional<ScanJob> job = Optional.empty();
  private volatile boolean isLost;

  MountScanner(Path mount, Catalog catalog, ScanSetup setup, ScanLedger ledger) {
    this.mount = mount;
    this.catalog = catalog;
    this.setup = setup;
    this.ledger = ledger;
    this.clock = setup.clock();
  }

  Path mount() {
    return mount;
  }

  Optional<ScanJob> job() {
    return job;
  }

  /** Scans; returns soon if another process is at it, which then does the same. */
  void scan(ScanRequest request) {
    try {
      Mount known = catalog.register(List.of(mount)).get(0);
      ScanJob fresh = new ScanJob(new MountScan(request, setup), known.name(), clock);
      if (isOurs(fresh)) {
        scan(fresh, known);
      } else {
        log.info("another process scans {}", mount);
      }
    } catch (IOException e) {
      log.info("the scan of {} ended early: {}", mount, e.toString());
      stopped();
    } catch (InterruptedException e) {
      log.debug("the scan of {} was stopped", mount, e);
      stopped();
    }
  }

  /** A process that was killed keeps its lease for a while; one that lives keeps it for longer. */
  private boolean isOurs(ScanJob fresh) throws InterruptedException {
    long end = clock.millis() + ledger.patience().toMillis();
    while (!taken(fresh)) {
      if (clock.millis() > end) {
        return false;
      }
      Thread.sleep(LEASE_PAUSE_MILLIS);
    }
    return true;
  }

  private boolean taken(ScanJob fresh) {
    synchronized (lease) {
      boolean isTaken = ledger.acquire(mount);
      isLost = false;
      job = isTaken ? Optional.of(fresh) : Optional.empty();
      return isTaken;
    }
  }

  /** Whether the scan of now may go on; true if there is none. */
  boolean tick() {
    Optional<ScanJob> present = job;
    if (present.isEmpty() || isLost) {
      return true;
    }
    synchronized (lease) {
      isLost = job.isPresent() && !ledger.acquire(mount);
    }
    if (isLost) {
      log.warn("another process has taken over the scan of {}", mount);
      return false;
    }
    ledger.tell(present.get());
    present.get().scan().queueThumbnails();
    return true;
  }

  private void scan(ScanJob fresh, Mount known) throws IOException, InterruptedException {
    ledger.tell(fresh);
    if (!fresh.scan().isConnected()) {
      offline(fresh, known);
      return;
    }
    if (!known.connected()) {
      catalog.saveMount(at(known, Optional.empty()));
    }
    if (!fresh.scan().run()) {
      offline(fresh, known);
      return;
    }
    catalog.saveMount(fresh.ended(known));
    ledger.ended(fresh, RunState.COMPLETED, "");
    log.info("scan of {}: {}", mount, fresh.scan().findings().tally().counts());
  }

  /** Whether the mount was away at the last look, and is there now; blocks. */
  boolean hasReturned() {
    boolean isOffline =
        catalog.mounts().stream().anyMatch(m -> m.path().equals(mount) && !m.connected());
    return isOffline && MountScan.isConnected(mount, setup);
  }

  private void offline(ScanJob lost, Mount known) {
    log.warn("{} is not there; its images stay as they are", mount);
    Instant since = known.offlineSince().orElseGet(clock::instant);
    catalog.saveMount(at(known, Optional.of(since)));
    ledger.ended(lost, RunState.FAILED, "MOUNT_OFFLINE");
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

  private void stopped() {
    boolean isInterrupted = Thread.interrupted(); // the database is still to be told
    tell(RunState.CANCELLED, "");
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that the scan broke. */
  void failed(Throwable failure) {
    tell(RunState.FAILED, code(failure));
  }

  /** Who has taken over a scan tells of it. */
  private void tell(RunState state, String error) {
    if (!isLost) {
      job.ifPresent(told -> ledger.ended(told, state, error));
    }
  }

  private static String code(Throwable failure) {
    return isOutage(failure) ? "STORE_UNAVAILABLE" : "INTERNAL_ERROR";
  }

  /** Whether the database or the queue is away, so that the same scan may go well later. */
  static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean isAway =
          cause instanceof HostException
              || cause instanceof StoreException store && store.isOutage();
      if (isAway) {
        return true;
      }
    }
    return false;
  }

  /** Gives the mount back. */
  void ended() {
    synchronized (lease) {
      job = Optional.empty();
      ledger.release(mount);
    }
    Thread.interrupted(); // what was meant for this scan is not for the next
  }
}
