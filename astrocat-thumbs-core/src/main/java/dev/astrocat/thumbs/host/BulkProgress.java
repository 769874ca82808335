package dev.astrocat.thumbs.host;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run has come. {@code queued + running + done + failed + skipped = total}, always.
 * Immutable.
 *
 * @param key where the progress is kept, see {@link ProgressKeys}
 * @param run its id
 * @param about what it is about, see {@link BulkRequest#about}
 * @param state where it stands
 * @param counts its images
 * @param started when it was started
 * @param updated when a worker last told of it
 */
public record BulkProgress(
    String key,
    String run,
    String about,
    RunState state,
    ImageCounts counts,
    Instant started,
    Instant updated) {

  /** Images that are dealt with in a second since the start; 0 in the beginning. */
  public double imagesPerSecond() {
    return perSecond(counts.processed());
  }

  /** Bytes of thumbnails that are made in a second since the start; 0 in the beginning. */
  public double bytesPerSecond() {
    return perSecond(counts.bytes());
  }

  private double perSecond(long amount) {
    Duration elapsed = Duration.between(started, updated);
    return elapsed.isNegative() || elapsed.isZero() ? 0 : amount * 1e3 / elapsed.toMillis();
  }

  /** When it will be through at this pace; empty when it does not move. */
  public Optional<Instant> estimatedEnd() {
    double pace = imagesPerSecond();
    if (pace == 0 || state.isEnd() || state == RunState.PAUSED) {
      return Optional.empty();
    }
    long left = counts.queued() + counts.running();
    return Optional.of(updated.plusMillis((long) (left / pace * 1e3)));
  }

  /** The documented fields and more, as texts; times in seconds since 1970. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("status", state.status());
    fields.put("processed", String.valueOf(counts.processed()));
    fields.put("total", String.valueOf(counts.total()));
    fields.put("updated_at", String.valueOf(updated.getEpochSecond()));
    fields.put("errors", String.valueOf(counts.failed()));
    fields.put("error", counts.lastError());
    fields.put("path", about);
    fields.put("queued", String.valueOf(counts.queued()));
    fields.put("running", String.valueOf(counts.running()));
    fields.put("done", String.valueOf(counts.done()));
    fields.put("failed", String.valueOf(counts.failed()));
    fields.put("skipped", String.valueOf(counts.skipped()));
    fields.put("bytes", String.valueOf(counts.bytes()));
    fields.put("images_per_second", String.valueOf(imagesPerSecond()));
    fields.put("bytes_per_second", String.valueOf(bytesPerSecond()));
    fields.put("started_at", String.valueOf(started.getEpochSecond()));
    fields.put(
        "estimated_end", estimatedEnd().map(t -> String.valueOf(t.getEpochSecond())).orElse(""));
    return fields;
  }
}
