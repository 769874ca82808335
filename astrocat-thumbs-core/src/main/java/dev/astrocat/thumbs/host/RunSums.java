package dev.astrocat.thumbs.host;

import java.time.Instant;
import java.util.Map;

/**
 * The sums over a run's chunks. Immutable.
 *
 * @param counts of all chunks
 * @param isComplete whether all images are listed and dealt with
 */
record RunSums(ImageCounts counts, boolean isComplete, Instant started, Instant updated) {

  static final String STARTED = "started";
  static final String UPDATED = "updated";
  static final String EXPECTED = "expected";
  static final String CHUNKS = "chunks";

  static RunSums of(Map<String, String> fields) {
    ImageCounts sum = ImageCounts.NONE;
    long complete = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (Character.isDigit(field.getKey().charAt(0))) {
        ChunkState chunk = ChunkState.parse(field.getValue());
        sum = sum.plus(chunk.counts());
        complete += chunk.isComplete() ? 1 : 0;
      }
    }
    boolean isListed = fields.containsKey(CHUNKS);
    return new RunSums(
        isListed ? sum : sum.ofAtLeast(number(fields, EXPECTED)),
        isListed && complete >= number(fields, CHUNKS),
        Instant.ofEpochMilli(number(fields, STARTED)),
        Instant.ofEpochMilli(number(fields, UPDATED)));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(fields.getOrDefault(name, "0"));
  }
}
