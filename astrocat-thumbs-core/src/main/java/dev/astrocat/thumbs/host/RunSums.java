package dev.astrocat.thumbs.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The sums over a run's chunks. Immutable.
 *
 * @param counts of all chunks
 * @param isListed whether all chunks are known
 * @param isIdle whether nothing is left to do in the chunks that are known
 * @param about what the run is about, for persons
 */
record RunSums(
    ImageCounts counts,
    boolean isListed,
    boolean isIdle,
    String about,
    Instant started,
    Instant updated) {

  /** A run that nobody has told of for so long may be dead. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  static final String STARTED = "started";
  static final String UPDATED = "updated";
  static final String EXPECTED = "expected";
  static final String CHUNKS = "chunks";
  static final String ABOUT = "about";

  static RunSums of(Map<String, String> fields) {
    ImageCounts sum = ImageCounts.NONE;
    long known = 0;
    long complete = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (Character.isDigit(field.getKey().charAt(0))) {
        ChunkState chunk = ChunkState.parse(field.getValue());
        sum = sum.plus(chunk.counts());
        known++;
        complete += chunk.isComplete() ? 1 : 0;
      }
    }
    boolean isListed = fields.containsKey(CHUNKS);
    return new RunSums(
        isListed ? sum : sum.ofAtLeast(number(fields, EXPECTED)),
        isListed,
        complete == known && known >= number(fields, CHUNKS),
        fields.getOrDefault(ABOUT, ""),
        Instant.ofEpochMilli(number(fields, STARTED)),
        Instant.ofEpochMilli(number(fields, UPDATED)));
  }

  /** Whether all images are listed and dealt with. */
  boolean isComplete() {
    return isListed && isIdle;
  }

  boolean isSilent(Instant now) {
    return now.isAfter(updated.plus(SILENCE));
  }

  /** The state of a run all of whose images are dealt with. */
  RunState end() {
    return counts.failed() > 0 ? RunState.COMPLETED_WITH_ERRORS : RunState.COMPLETED;
  }

  /**
   * What a run's state comes to, although nobody has written it down: those who would have may have
   * been killed.
   */
  RunState state(RunState written, Instant now) {
    if (written.isEnd()) {
      return written;
    }
    if (isComplete()) {
      return end();
    }
    boolean isHalfListed = !isListed && isIdle && isSilent(now);
    return isHalfListed && written != RunState.PAUSED ? RunState.FAILED : written;
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(fields.getOrDefault(name, "0"));
  }
}
