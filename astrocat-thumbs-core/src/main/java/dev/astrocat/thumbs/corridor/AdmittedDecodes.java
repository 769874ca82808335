package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.admission.DecodeBudget;
import dev.astrocat.thumbs.admission.Grant;
import dev.astrocat.thumbs.admission.Ticket;
import dev.astrocat.thumbs.decode.SharedMemory;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decodes inside a budget. A decode that is refused memory lets go of all it has and is done again
 * with more, so nobody waits who holds what others wait for. Thread-safe.
 */
final class AdmittedDecodes {

  private final DecodeBudget budget;
  private final MemoryForecast forecast = new MemoryForecast();

  AdmittedDecodes(DecodeBudget budget) {
    this.budget = budget;
  }

  /**
   * A decode.
   *
   * @param <T> its result, which holds no more than a picture
   */
  @FunctionalInterface
  interface Decode<T> {

    /** Does it from the start; nothing but {@link ThumbnailException} and I/O failures come out. */
    T with(SharedMemory memory) throws IOException;
  }

  /** The result of a decode that waits for its turn. Blocks. */
  <T> T admitted(Ticket ticket, SourceBytes source, Decode<T> decode) throws IOException {
    long atLeast = 0;
    while (true) {
      long least = atLeast;
      // Asked again while it waits: by then others of its kind may have shown what they need.
      try (Grant grant = ticket.admit(() -> Math.max(least, forecast.of(source)))) {
        Optional<T> result = unlessShort(grant, decode);
        if (result.isPresent()) {
          forecast.took(source, grant.needed());
          return result.get();
        }
        atLeast = grant.isShort() ? grant.wanted() : budget.bytes();
      }
    }
  }

  /** The result; empty if there would be one with more memory. */
  private static <T> Optional<T> unlessShort(Grant grant, Decode<T> decode) throws IOException {
    try {
      T result = decode.with(grant);
      // A decoder may have taken the refusal for a reason to show something lesser.
      return grant.isShort() ? Optional.empty() : Optional.of(result);
    } catch (ThumbnailException e) {
      boolean mayFitAlone = e.code() == ErrorCode.OUT_OF_MEMORY && !grant.isAlone();
      if (grant.isShort() || mayFitAlone) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The result of reading headers: at once, since that takes next to nothing, else when it is its
   * turn.
   */
  <T> T small(SourceBytes source, Decode<T> decode) throws IOException {
    AtomicLong taken = new AtomicLong();
    SharedMemory little =
        new SharedMemory() {
          @Override
          public boolean take(long bytes) {
            return taken.addAndGet(bytes) <= MemoryForecast.STREAM_BYTES;
          }

          @Override
          public boolean takeIfFree(long bytes) {
            return false;
          }
        };
    try {
      T result = decode.with(little);
      if (taken.get() <= MemoryForecast.STREAM_BYTES) {
        return result;
      }
    } catch (ThumbnailException e) {
      if (taken.get() <= MemoryForecast.STREAM_BYTES) {
        throw e;
      }
    }
    return admitted(budget.ticket(Priority.NEW, Optional.empty()), source, decode);
  }
}
