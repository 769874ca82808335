package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.ProgressKeys;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.host.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What processes tell each other of scans: who has a mount, and how far he is. A process that dies
 * loses its mounts after {@link #LEASE}. Thread-safe; blocks.
 */
final class ScanLedger {

  static final Duration LEASE = Duration.ofSeconds(30);

  /** Who scans is waited for so long: until it is clear that he is alive and does the same. */
  static final Duration PATIENCE = LEASE.plusSeconds(10);

  private final Leases leases;
  private final ProgressStore progress;
  private final Duration patience;
  private final Bulk bulk;

  /** Held while something is told: nobody says that a scan goes on after another said its end. */
  private final Object telling = new Object();

  private final String holder = UUID.randomUUID().toString();

  ScanLedger(IndexerParts parts, Duration patience) {
    this.patience = patience;
    this.leases = parts.leases();
    this.progress = parts.progress();
    this.bulk = parts.bulk();
  }

  /** Takes a mount, or keeps it for longer; whether it is ours. */
  boolean acquire(Path mount) {
    return leases.take(name(mount), holder, LEASE);
  }

  /** How long to wait for a mount that another process has. */
  Duration patience() {
    return patience;
  }

  void release(Path mount) {
    leases.giveBack(name(mount), holder);
  }

  /** Tells how far a scan is, unless its end was told already, by another thread. */
  void tell(ScanJob job) {
    synchronized (telling) {
      if (!job.hasEnded()) {
        tell(job.told(RunState.RUNNING, ""));
      }
    }
  }

  /** Tells that a scan has ended. */
  void ended(ScanJob job, RunState state, String error) {
    synchronized (telling) {
      job.end();
      tell(job.told(state, error));
    }
  }

  private void tell(CurrentScan scan) {
    bulk.tell(scan.kind(), scan.progress().about(), scan.progress());
    progress.write(scan.progress().key(), ScanFields.of(scan));
  }

  /** The scans that run in any process, by the names of their mounts. */
  Map<String, CurrentScan> running(Instant now) {
    Map<String, CurrentScan> scans = new HashMap<>();
    for (Run run : bulk.runs()) {
      BulkProgress state = run.progress();
      boolean isAlive = !state.state().isEnd() && state.updated().isAfter(now.minus(LEASE));
      if (isAlive && !run.kind().equals(Run.THUMBNAILS)) {
        ScanFields.scan(state, progress.read(run.key()))
            .ifPresent(scan -> scans.put(run.label(), scan));
      }
    }
    return scans;
  }

  private static String name(Path mount) {
    return "scan:" + ProgressKeys.rescan(mount);
  }
}
