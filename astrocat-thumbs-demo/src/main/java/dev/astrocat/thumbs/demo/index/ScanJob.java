package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.index.ScanTally.Event;
import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.ImageCounts;
import dev.astrocat.thumbs.host.ProgressKeys;
import dev.astrocat.thumbs.host.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A scan with its name and its times, as others are told of it. Thread-safe. */
final class ScanJob {

  private final MountScan scan;
  private final String mountName;
  private final InstantSource clock;
  private final Instant started;
  private final String id = UUID.randomUUID().toString();
  private volatile boolean ended;
  private long lastSum = -1;
  private Instant lastChange;

  ScanJob(MountScan scan, String mountName, InstantSource clock) {
    this.scan = scan;
    this.mountName = mountName;
    this.clock = clock;
    this.started = clock.instant();
    this.lastChange = started;
  }

  /** From now on it is no news that it goes on. */
  void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  MountScan scan() {
    return scan;
  }

  ScanRequest request() {
    return scan.request();
  }

  String key() {
    return key(scan.request());
  }

  static String key(ScanRequest request) {
    return ProgressKeys.rescan(request.folder());
  }

  /**
   * How far it is.
   *
   * @param error code of what ended it; empty if nothing did
   */
  CurrentScan told(RunState state, String error) {
    ScanTally tally = scan.findings().tally();
    Instant now = clock.instant();
    return new CurrentScan(
        scan.request().depth() == ScanRequest.Depth.EVERYTHING ? "rescan" : "scan",
        path(),
        tally.of(Event.FOUND),
        tally.of(Event.ADDED),
        tally.of(Event.UPDATED),
        tally.of(Event.MOVED),
        tally.skipped(),
        state.isEnd() ? 0 : secondsSilent(now),
        new BulkProgress(key(), id, mountName, state, counts(tally, state, error), started, now));
  }

  private ImageCounts counts(ScanTally tally, RunState state, String error) {
    long failed = tally.of(Event.PROBLEM);
    long done = Math.max(0, tally.processed() - failed);
    long expected = Math.max(scan.findings().known(), tally.of(Event.FOUND));
    long total = state.isEnd() ? done + failed : Math.max(expected, done + failed);
    return new ImageCounts(total, 0, done, failed, 0, 0, error);
  }

  private synchronized long secondsSilent(Instant now) {
    long sum = scan.findings().tally().sum();
    if (sum != lastSum) {
      lastSum = sum;
      lastChange = now;
    }
    return Duration.between(lastChange, now).toSeconds();
  }

  /** Mount name and folder; the mount's own path is not for everybody. */
  private String path() {
    Path below = scan.request().mount().relativize(scan.findings().folder());
    return below.toString().isEmpty() ? mountName : mountName + "/" + below;
  }

  /** What is known of the mount after a scan that reached its end. */
  Mount ended(Mount before) {
    boolean isWhole = scan.request().folder().equals(scan.request().mount());
    ScanTally tally = scan.findings().tally();
    Instant now = clock.instant();
    return new Mount(
        before.path(),
        before.name(),
        true,
        Optional.empty(),
        Optional.of(now),
        Duration.between(started, now).toMillis() / 1e3,
        isWhole ? tally.of(Event.FOUND) : before.files(),
        isWhole ? tally.bytes() : before.bytes(),
        tally.counts());
  }
}
