package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.ThumbnailException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers that want the same thing at the same time share one computation: the first computes
 * in its own thread, the others wait for its value or its failure. Thread-safe; starts no threads.
 *
 * <p>A caller that comes when the first has just finished computes again, so the work should look
 * for a stored result first.
 */
public final class SingleFlight<K, V> {

  private final ConcurrentMap<K, Flight<V>> flights = new ConcurrentHashMap<>();

  /** Nothing is under way. */
  public SingleFlight() {}

  /**
   * The value of the work, computed here or by a caller with an equal key that came before. If that
   * one is interrupted, or fails by anything but a {@link ThumbnailException}, one of those who
   * wait takes over.
   *
   * @throws ThumbnailException what the work threw; {@code CANCELLED} if this thread is interrupted
   *     while it waits
   */
  public V run(K key, Supplier<V> work) {
    while (true) {
      Flight<V> mine = new Flight<>();
      Flight<V> flight = flights.putIfAbsent(key, mine);
      if (flight == null) {
        return fly(key, mine, work);
      }
      Optional<V> value = flight.await();
      if (value.isPresent()) {
        return value.get();
      }
    }
  }

  private V fly(K key, Flight<V> flight, Supplier<V> work) {
    try {
      V value = work.get();
      flight.value = value;
      return value;
    } catch (ThumbnailException e) {
      flight.failure = e;
      throw e;
    } finally {
      // Taken off before it lands: whoever takes over after a failure finds the key free.
      flights.remove(key, flight);
      flight.landed.countDown();
    }
  }

  int underWay() {
    return flights.size();
  }

  /** One computation; its outcome is written before the latch opens. */
  private static final class Flight<V> {

    private final CountDownLatch landed = new CountDownLatch(1);
    private final Thread pilot = Thread.currentThread();
    private @Nullable V value;
    private @Nullable ThumbnailException failure;

    /** The shared value, or empty if the work must be done again. */
    Optional<V> await() {
      if (pilot == Thread.currentThread()) {
        throw new IllegalStateException("a computation waits for itself");
      }
      try {
        landed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LimitException(
            ErrorCode.CANCELLED, "interrupted while waiting for an equal request", e);
      }
      if (failure != null && failure.code() != ErrorCode.CANCELLED) {
        throw failure;
      }
      return Optional.ofNullable(value);
    }
  }
}
