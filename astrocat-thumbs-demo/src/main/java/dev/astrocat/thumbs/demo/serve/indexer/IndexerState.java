package dev.astrocat.thumbs.demo.serve.indexer;

import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.index.Indexer;
import dev.astrocat.thumbs.demo.index.IndexerStatus;
import dev.astrocat.thumbs.demo.index.MountStatus;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.serve.indexer.StatusBody.MountBody;
import dev.astrocat.thumbs.demo.serve.indexer.StatusBody.ScanBody;
import dev.astrocat.thumbs.host.ProgressKeys;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what is known of mounts and scans. Thread-safe; blocks. */
public final class IndexerState {

  private static final double GIGABYTE = 1e9;

  private final Indexer indexer;
  private final Bulk bulk;

  /** Over an installation. */
  public IndexerState(Indexer indexer, Bulk bulk) {
    this.indexer = indexer;
    this.bulk = bulk;
  }

  /** With names of mounts alone. */
  public StatusBody forVisitors() {
    return status(Mount::name);
  }

  /** With paths of mounts. */
  StatusBody forAdministrators() {
    return status(mount -> mount.path().toString());
  }

  private StatusBody status(Function<Mount, String> path) {
    IndexerStatus status = indexer.status();
    Map<String, Run> runs =
        bulk.runs().stream().collect(Collectors.toMap(Run::key, Function.identity(), (a, b) -> a));
    ScanBody scan =
        status.mounts().stream()
            .flatMap(mount -> mount.current().stream())
            .findFirst()
            .map(ScanBody::of)
            .orElse(ScanBody.NONE);
    return new StatusBody(
        status.isRunning(),
        status.lastScanAt().map(Instant::toString).orElse(null),
        status.lastScanDurationSeconds(),
        status.filesScanned(),
        status.filesAdded(),
        status.filesUpdated(),
        status.filesRemoved(),
        status.indexedCount(),
        scan,
        status.mounts().stream().map(one -> body(one, path.apply(one.mount()), runs)).toList());
  }

  private static MountBody body(MountStatus status, String path, Map<String, Run> runs) {
    Mount mount = status.mount();
    Optional<Run> rescan = Optional.ofNullable(runs.get(ProgressKeys.rescan(mount.path())));
    Optional<Run> thumbnails = Optional.ofNullable(runs.get(ProgressKeys.thumbnails(mount.path())));
    return new MountBody(
        path,
        mount.name(),
        mount.connected() ? "connected" : "disconnected",
        mount.offlineSince().map(Instant::toString).orElse(null),
        status.files(),
        Math.round(mount.bytes() / GIGABYTE * 100) / 100.0,
        mount.bytes(),
        mount.lastScan().map(Instant::toString).orElse(null),
        mount.last().skipped(),
        rescan.map(RunBody::of).orElse(null),
        thumbnails.map(RunBody::of).orElse(null));
  }
}
