package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.Leases;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.host.ProgressKeys;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.host.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What processes tell each other of scans: who has a mount, and how far he is. A process that dies
 * loses its mounts after {@link #LEASE}. Thread-safe; blocks.
 */
final class ScanLedger {

  static final Duration LEASE = Duration.ofSeconds(30);

  private final Leases leases;
  private final ProgressStore progress;
  private final Bulk bulk;
  private final String holder = UUID.randomUUID().toString();

  ScanLedger(IndexerParts parts) {
    this.leases = parts.leases();
    this.progress = parts.progress();
    this.bulk = parts.bulk();
  }

  /** Takes a mount, or keeps it for longer; whether it is ours. */
  boolean acquire(Path mount) {
    return leases.take(name(mount), holder, LEASE);
  }

  void release(Path mount) {
    leases.giveBack(name(mount), holder);
  }

  /** Tells how far a scan is. */
  void tell(ScanJob job) {
    tell(job.told(RunState.RUNNING, ""));
  }

  /** Tells that a scan has ended. */
  void ended(ScanJob job, RunState state, String error) {
    tell(job.told(state, error));
  }

  private void tell(CurrentScan scan) {
    bulk.tell(scan.kind(), scan.progress().about(), scan.progress());
    progress.write(scan.progress().key(), ScanFields.of(scan));
  }

  /** A scan that runs in another process. */
  Optional<CurrentScan> elsewhere(Path mount, Instant now) {
    String key = ProgressKeys.rescan(mount);
    return bulk.run(key)
        .map(Run::progress)
        .filter(state -> !state.state().isEnd())
        .filter(state -> state.updated().isAfter(now.minus(LEASE)))
        .flatMap(state -> ScanFields.scan(state, progress.read(key)));
  }

  private static String name(Path mount) {
    return "scan:" + ProgressKeys.rescan(mount);
  }
}
