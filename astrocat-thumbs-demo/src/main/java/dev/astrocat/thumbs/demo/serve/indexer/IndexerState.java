package dev.astrocat.thumbs.demo.serve.indexer;

import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.serve.indexer.StatusBody.MountBody;
import dev.astrocat.thumbs.demo.serve.indexer.StatusBody.ScanBody;
import dev.astrocat.thumbs.host.ProgressKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Puts together what is known of mounts and scans. Thread-safe; blocks. */
public final class IndexerState {

  private static final double GIGABYTE = 1e9;

  private final Catalog catalog;
  private final Bulk bulk;
  private final Scans scans;

  /** Over an installation. */
  public IndexerState(Catalog catalog, Bulk bulk, Scans scans) {
    this.catalog = catalog;
    this.bulk = bulk;
    this.scans = scans;
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
    List<Mount> mounts = catalog.mounts();
    Map<String, Run> runs =
        bulk.runs().stream().collect(Collectors.toMap(Run::key, Function.identity(), (a, b) -> a));
    Optional<Mount> latest =
        mounts.stream()
            .filter(mount -> mount.lastScan().isPresent())
            .max(Comparator.comparing(mount -> mount.lastScan().orElseThrow()));
    Optional<Scans.Current> current = scans.current();
    return new StatusBody(
        current.isPresent(),
        latest.flatMap(Mount::lastScan).map(Instant::toString).orElse(null),
        latest.map(Mount::lastScanSeconds).orElse(0.0),
        sum(mounts, mount -> mount.last().scanned()),
        sum(mounts, mount -> mount.last().added()),
        sum(mounts, mount -> mount.last().updated()),
        sum(mounts, mount -> mount.last().removed()),
        sum(mounts, Mount::files),
        current.map(ScanBody::of).orElse(ScanBody.NONE),
        mounts.stream().map(mount -> body(mount, path.apply(mount), runs)).toList());
  }

  private static long sum(List<Mount> mounts, ToLongFunction<Mount> count) {
    return mounts.stream().mapToLong(count).sum();
  }

  private static MountBody body(Mount mount, String path, Map<String, Run> runs) {
    Optional<Run> rescan = Optional.ofNullable(runs.get(ProgressKeys.rescan(mount.path())));
    Optional<Run> thumbnails = Optional.ofNullable(runs.get(ProgressKeys.thumbnails(mount.path())));
    return new MountBody(
        path,
        mount.name(),
        mount.connected() ? "connected" : "disconnected",
        mount.offlineSince().map(Instant::toString).orElse(null),
        mount.files(),
        Math.round(mount.bytes() / GIGABYTE * 100) / 100.0,
        mount.lastScan().map(Instant::toString).orElse(null),
        mount.last().skipped(),
        rescan.map(RunBody::of).orElse(null),
        thumbnails.map(RunBody::of).orElse(null));
  }
}
