package dev.astrocat.thumbs.admission;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.ThumbnailException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets callers that want the same thing at the same time share one computation: the first computes,
 * in its own thread or in one of an executor, and the others wait for its value or its failure. Who
 * joins raises the computation to their priority; who leaves stops it only if nobody else waits for
 * it. Thread-safe; starts no threads.
 *
 * <p>A caller that comes when the first has just finished computes again, so the work should look
 * for a stored result first.
 */
public final class SingleFlight<K, V> {

  private static final Logger log = LoggerFactory.getLogger(SingleFlight.class);

  private final ConcurrentMap<K, Flight<V>> flights = new ConcurrentHashMap<>();

  /** Nothing is under way. */
  public SingleFlight() {}

  /**
   * The value of the work for one key, see {@link #run(Map, Ticket, Function)}.
   *
   * @throws ThumbnailException what the work threw; {@code CANCELLED} if this thread is interrupted
   *     while it waits
   */
  public V run(K key, Ticket ticket, Supplier<V> work) {
    Map<K, V> values = run(Map.of(key, key), ticket, mine -> Map.of(key, work.get()));
    return Objects.requireNonNull(values.get(key));
  }

  /**
   * Values for several keys: those that nobody computes yet are computed here, together, and then
   * the others are waited for, so that two callers never wait for each other. If one that came
   * before is interrupted, waits too long, or fails by anything but a {@link ThumbnailException},
   * one of those who wait takes over.
   *
   * @param tasks what is to be done for each key
   * @param ticket with which the work waits to be admitted
   * @param work gives the value of each key that it gets; it gets some or all
   * @throws ThumbnailException what the work threw; {@code CANCELLED} if this thread is interrupted
   *     while it waits, {@code BUSY} if another's work is not admitted while the ticket may wait
   */
  public <T> Map<K, V> run(Map<K, T> tasks, Ticket ticket, Function<Map<K, T>, Map<K, V>> work) {
    Map<K, V> values = new HashMap<>();
    Map<K, T> left = new LinkedHashMap<>(tasks);
    while (!left.isEmpty()) {
      Flight<V> mine = new Flight<>(ticket);
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
      others.forEach(
          (key, flight) -> awaited(key, flight, ticket).ifPresent(v -> values.put(key, v)));
      left.keySet().removeAll(values.keySet());
    }
    return values;
  }

  private Optional<V> awaited(K key, Flight<V> flight, Ticket ticket) {
    if (flight.join(ticket.priority())) {
      return flight.await(key, ticket);
    }
    flights.remove(key, flight); // all who waited for it gave up: nobody may wait for it any more
    return Optional.empty();
  }

  private <T> Map<K, V> fly(
      Flight<V> flight, Map<K, T> claimed, Function<Map<K, T>, Map<K, V>> work) {
    try {
      flight.begin();
      Map<K, V> values = work.apply(claimed);
      flight.values = values;
      return values;
    } catch (ThumbnailException e) {
      flight.failure = e;
      throw e;
    } finally {
      // Taken off before it lands: whoever takes over after a failure finds the keys free.
      claimed.keySet().forEach(key -> flights.remove(key, flight));
      flight.land();
    }
  }

  /**
   * The value for a key, computed in a thread of the executor. Cancelling the result stops the
   * computation, by an interrupt, unless somebody else waits for it.
   *
   * @param executor runs the work, or throws a {@link ThumbnailException}
   * @return completed exceptionally with what the work threw, or with {@code BUSY} if it is not
   *     admitted while the ticket may wait
   */
  public CompletableFuture<V> start(
      K key, Ticket ticket, Consumer<Runnable> executor, Supplier<V> work) {
    CompletableFuture<V> result = new CompletableFuture<>();
    board(new Passenger<>(key, ticket, executor, work, result));
    return result;
  }

  private void board(Passenger<K, V> passenger) {
    Flight<V> mine = new Flight<>(passenger.ticket);
    Flight<V> other = flights.putIfAbsent(passenger.key, mine);
    if (other == null) {
      passenger.rides(mine, () -> passenger.fail(mine.failure()));
      launch(mine, passenger);
    } else if (other.join(passenger.ticket.priority())) {
      passenger.rides(other, () -> takeOver(other, passenger));
    } else {
      flights.remove(passenger.key, other);
      board(passenger);
    }
  }

  private void launch(Flight<V> flight, Passenger<K, V> passenger) {
    try {
      passenger.executor.accept(() -> fly(flight, passenger));
    } catch (ThumbnailException e) {
      flight.failure = e;
      flights.remove(passenger.key, flight);
      flight.land();
    }
  }

  private void fly(Flight<V> flight, Passenger<K, V> passenger) {
    try {
      fly(
          flight,
          Map.of(passenger.key, passenger.key),
          keys -> Map.of(passenger.key, passenger.work.get()));
    } catch (ThumbnailException e) {
      log.debug("told to all who wait", e);
    }
  }

  private void takeOver(Flight<V> flight, Passenger<K, V> passenger) {
    if (flight.isToBeRepeated()) {
      board(passenger);
    } else {
      passenger.fail(flight.failure());
    }
  }

  /** How many computations are under way. */
  int underWay() {
    return flights.size();
  }

  /** One who wants a value, and has no thread to wait in. */
  private record Passenger<K, V>(
      K key,
      Ticket ticket,
      Consumer<Runnable> executor,
      Supplier<V> work,
      CompletableFuture<V> result) {

    /** Waits for the flight; leaves it when the result is not wanted any more. */
    @SuppressWarnings("FutureReturnValueIgnored") // what follows is no news to anybody
    void rides(Flight<V> flight, Runnable withoutValue) {
      flight.landed.thenRun(
          () -> flight.value(key).ifPresentOrElse(result::complete, withoutValue));
      result.whenComplete((value, failure) -> flight.leave());
      ticket.timeLeft().ifPresent(left -> giveUpAfter(left, flight));
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void giveUpAfter(Duration time, Flight<V> flight) {
      CompletableFuture<Void> timer = new CompletableFuture<>();
      timer.completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS);
      timer.thenRun(() -> giveUpWaiting(flight));
      // Else the timer would hold the result until its time is over.
      result.whenComplete((value, failure) -> timer.cancel(false));
    }

    private void giveUpWaiting(Flight<V> flight) {
      if (!flight.ticket.wasAdmitted()) {
        fail(ticket.busy());
      }
    }

    void fail(ThumbnailException failure) {
      result.completeExceptionally(failure);
    }
  }

  /** One computation, of one value or several; its outcome is written before it lands. */
  private static final class Flight<V> {

    private final Ticket ticket;
    private final CompletableFuture<Void> landed = new CompletableFuture<>();
    private Map<?, V> values = Map.of();
    private @Nullable ThumbnailException failure;
    private @Nullable Thread pilot;
    private int waiting = 1; // for who began it

    Flight(Ticket ticket) {
      this.ticket = ticket;
    }

    /** One more waits; false if all who waited have left. */
    synchronized boolean join(Priority priority) {
      if (waiting == 0) {
        return false;
      }
      waiting++;
      ticket.joinedBy(priority);
      return true;
    }

    /** One who waited leaves, before or after the landing. */
    synchronized void leave() {
      waiting--;
      if (waiting == 0 && !landed.isDone()) {
        ticket.revoke(ErrorCode.CANCELLED);
        if (pilot != null) {
          pilot.interrupt();
        }
      }
    }

    synchronized void begin() {
      ticket.requireValid();
      pilot = Thread.currentThread();
    }

    void land() {
      synchronized (this) {
        pilot = null; // from now on its thread does something else
      }
      landed.complete(null);
    }

    private synchronized boolean isFlownHere() {
      return pilot == Thread.currentThread();
    }

    /** The shared value, or empty if the work must be done again. */
    Optional<V> await(Object key, Ticket mine) {
      if (isFlownHere()) {
        throw new IllegalStateException("a computation waits for itself");
      }
      try {
        awaitLanding(mine);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LimitException(
            ErrorCode.CANCELLED, "interrupted while waiting for an equal request", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("landing never fails", e);
      } finally {
        leave();
      }
      if (failure != null && !isToBeRepeated()) {
        throw failure;
      }
      return value(key);
    }

    private void awaitLanding(Ticket mine) throws InterruptedException, ExecutionException {
      Optional<Duration> left = mine.timeLeft();
      if (left.isPresent()) {
        try {
          landed.get(Math.max(0, left.get().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (!ticket.wasAdmitted()) {
            throw mine.busy();
          }
        }
      }
      landed.get();
    }

    Optional<V> value(Object key) {
      return Optional.ofNullable(values.get(key));
    }

    /** Whether its failure was that of one caller alone. */
    boolean isToBeRepeated() {
      return failure == null
          || failure.code() == ErrorCode.CANCELLED
          || failure.code() == ErrorCode.BUSY;
    }

    ThumbnailException failure() {
      return failure != null
          ? failure
          : new LimitException(ErrorCode.CANCELLED, "the computation broke down");
    }
  }
}
