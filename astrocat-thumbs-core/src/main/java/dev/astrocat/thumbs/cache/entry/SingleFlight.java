package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.ThumbnailException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
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
   * The value of the work for one key, see {@link #run(Map, Function)}.
   *
   * @throws ThumbnailException what the work threw; {@code CANCELLED} if this thread is interrupted
   *     while it waits
   */
  public V run(K key, Supplier<V> work) {
    Map<K, V> values = run(Map.of(key, key), mine -> Map.of(key, work.get()));
    return Objects.requireNonNull(values.get(key));
  }

  /**
   * Values for several keys: those that nobody computes yet are computed here, together, and then
   * the others are waited for, so that two callers never wait for each other. If one that came
   * before is interrupted, or fails by anything but a {@link ThumbnailException}, one of those who
   * wait takes over.
   *
   * @param tasks what is to be done for each key
   * @param work gives the value of each key that it gets; it gets some or all
   * @throws ThumbnailException what the work threw; {@code CANCELLED} if this thread is interrupted
   *     while it waits
   */
  public <T> Map<K, V> run(Map<K, T> tasks, Function<Map<K, T>, Map<K, V>> work) {
    Map<K, V> values = new HashMap<>();
    Map<K, T> left = new LinkedHashMap<>(tasks);
    while (!left.isEmpty()) {
      Flight<V> mine = new Flight<>();
      Map<K, T> claimed = new LinkedHashMap<>();
      Map<K, Flight<V>> others = new LinkedHashMap<>();
      left.forEach(
          (key, task) -> {
            Flight<V> flight = flights.putIfAbsent(key, mine);
            if (flight == null) {
              claimed.put(key, task);
            } else {
              others.put(key, flight);
            }
          });
      if (!claimed.isEmpty()) {
        values.putAll(fly(mine, claimed, work));
      }
      others.forEach((key, flight) -> flight.await(key).ifPresent(v -> values.put(key, v)));
      left.keySet().removeAll(values.keySet());
    }
    return values;
  }

  private <T> Map<K, V> fly(
      Flight<V> flight, Map<K, T> claimed, Function<Map<K, T>, Map<K, V>> work) {
    try {
      Map<K, V> values = work.apply(claimed);
      flight.values = values;
      return values;
    } catch (ThumbnailException e) {
      flight.failure = e;
      throw e;
    } finally {
      // Taken off before it lands: whoever takes over after a failure finds the keys free.
      claimed.keySet().forEach(key -> flights.remove(key, flight));
      flight.landed.countDown();
    }
  }

  int underWay() {
    return flights.size();
  }

  /** One computation, of one value or several; its outcome is written before the latch opens. */
  private static final class Flight<V> {

    private final CountDownLatch landed = new CountDownLatch(1);
    private final Thread pilot = Thread.currentThread();
    private Map<?, V> values = Map.of();
    private @Nullable ThumbnailException failure;

    /** The shared value, or empty if the work must be done again. */
    Optional<V> await(Object key) {
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
      return Optional.ofNullable(values.get(key));
    }
  }
}
