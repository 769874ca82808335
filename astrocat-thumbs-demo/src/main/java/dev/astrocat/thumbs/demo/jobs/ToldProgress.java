package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.ImageCounts;
import dev.astrocat.thumbs.host.RunState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Progress of work that is not made of jobs, in the documented fields alone. */
final class ToldProgress {

  private static final String ID = "told_by";

  private ToldProgress() {}

  static Map<String, String> fields(BulkProgress progress) {
    Map<String, String> fields = new HashMap<>(progress.fields());
    fields.put(ID, progress.run());
    return fields;
  }

  /** The progress; none if nothing was told under that key. */
  static Optional<BulkProgress> of(Map<String, String> fields) {
    return Optional.ofNullable(fields.get("status"))
        .map(
            status ->
                new BulkProgress(
                    fields.getOrDefault(ID, ""),
                    RunState.valueOf(status.toUpperCase(Locale.ROOT)),
                    counts(fields),
                    Instant.ofEpochSecond(number(fields, "started_at")),
                    Instant.ofEpochSecond(number(fields, "updated_at"))));
  }

  private static ImageCounts counts(Map<String, String> fields) {
    return new ImageCounts(
        number(fields, "total"),
        number(fields, "running"),
        number(fields, "done"),
        number(fields, "failed"),
        number(fields, "skipped"),
        number(fields, "bytes"),
        fields.getOrDefault("error", ""));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(fields.getOrDefault(name, "0"));
  }
}
