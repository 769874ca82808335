package dev.astrocat.thumbs.demo;

import dev.astrocat.thumbs.ThumbnailGenerator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the decoders of a generator can do on this machine, in the words that also stand in their
 * errors: for the command line and for HTTP. Immutable.
 *
 * @param details version and mode of those that are ready and have something to tell, by id
 * @param unavailable what is missing and how to get it, by id
 */
public record DecoderStates(Map<String, String> details, Map<String, String> unavailable) {

  /** Asks all decoders; may block when one is tried for the first time. */
  public static DecoderStates of(ThumbnailGenerator generator) {
    Map<String, String> details = new TreeMap<>();
    Map<String, String> unavailable = new TreeMap<>();
    generator
        .availability()
        .forEach(
            (id, state) -> {
              if (!state.isReady()) {
                unavailable.put(id, state.detail());
              } else if (!state.detail().isEmpty()) {
                details.put(id, state.detail());
              }
            });
    return new DecoderStates(details, unavailable);
  }
}
