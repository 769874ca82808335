package dev.astrocat.thumbs.demo.serve.indexer;

import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.serve.http.Scrub;
import dev.astrocat.thumbs.host.BulkProgress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as HTTP clients see it; times in seconds since 1970.
 *
 * @param key by which it is steered
 * @param kind thumbnails, rescan or scan
 * @param label what it is about
 * @param run its id
 * @param status where it stands
 */
public record RunBody(
    String key,
    String kind,
    String label,
    String run,
    String status,
    long total,
    long queued,
    long running,
    long done,
    long failed,
    long skipped,
    long processed,
    long errors,
    @Nullable String error,
    long bytes,
    double imagesPerSecond,
    double bytesPerSecond,
    long startedAt,
    long updatedAt,
    @Nullable Long estimatedEnd) {

  /** A run. */
  public static RunBody of(Run run) {
    BulkProgress progress = run.progress();
    String error = progress.counts().lastError();
    return new RunBody(
        run.key(),
        run.kind(),
        run.label(),
        progress.run(),
        progress.state().status(),
        progress.counts().total(),
        progress.counts().queued(),
        progress.counts().running(),
        progress.counts().done(),
        progress.counts().failed(),
        progress.counts().skipped(),
        progress.counts().processed(),
        progress.counts().failed(),
        error.isEmpty() ? null : Scrub.clean(error),
        progress.counts().bytes(),
        rounded(progress.imagesPerSecond()),
        rounded(progress.bytesPerSecond()),
        progress.started().getEpochSecond(),
        progress.updated().getEpochSecond(),
        progress.estimatedEnd().map(Instant::getEpochSecond).orElse(null));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
