package dev.astrocat.thumbs.host;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the progress of runs where all processes of the host see it: maps of short texts under
 * keys, such as the hashes of Redis. Thread-safe; may block. What it throws becomes {@link
 * dev.astrocat.thumbs.ErrorCode#HOST_FAILURE}.
 *
 * <p>What stands in the maps is core's business. Each write, also one that replaces nothing, keeps
 * the map of its key for another {@link #TIME_TO_LIVE}; then it may be forgotten.
 */
public interface ProgressStore {

  /** How long a map is kept after the last write to it. */
  Duration TIME_TO_LIVE = Duration.ofHours(1);

  /** All fields under a key, as of one moment; none if there is no such map. */
  Map<String, String> read(String key);

  /** Overwrites fields, all in one step, and leaves the others; makes the map if there is none. */
  void write(String key, Map<String, String> fields);

  /**
   * Overwrites one field if it has the expected value, in one step that no other writer comes
   * between; makes the map if nothing is expected and there is none.
   *
   * @param expected empty if there must not be such a field
   * @return whether it was overwritten
   */
  boolean replace(String key, String field, Optional<String> expected, String value);
}
