package dev.astrocat.thumbs.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.ThumbnailException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SingleFlightTest {

  private static final int CALLERS = 100;

  private final SingleFlight<String, Object> flight = new SingleFlight<>();
  private final DecodeBudget budget = new DecodeBudget(1 << 20, 1);
  private final List<Thread> pool = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
  private final AtomicInteger computed = new AtomicInteger();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(flight.underWay()).isZero();
  }

  @Test
  void aHundredCallersComputeOnceAndGetOneValue() throws Exception {
    List<Future<Object>> callers = callers(this::slowValue);
    Object value = callers.get(0).get();
    for (Future<Object> caller : callers) {
      assertThat(caller.get()).isSameAs(value);
    }
    assertThat(computed).hasValue(1);
  }

  @Test
  void aFailureIsSharedToo() throws Exception {
    ThumbnailException failure = DecodeException.malformed("broken");
    List<Future<Object>> callers =
        callers(
            () -> {
              slowValue();
              throw failure;
            });
    for (Future<Object> caller : callers) {
      assertThatThrownBy(caller::get).hasCause(failure);
    }
    assertThat(computed).hasValue(1);
  }

  @Test
  void aCallerAfterTheLandingComputesAgain() {
    gate.countDown();
    assertThat(flight.run("a", ticket(), this::slowValue))
        .isNotSameAs(flight.run("a", ticket(), this::slowValue));
  }

  @Test
  void otherKeysDoNotWait() throws Exception {
    Future<Object> slow = threads.submit(() -> flight.run("a", ticket(), this::slowValue));
    started.await();
    assertThat(flight.run("b", ticket(), () -> "quick")).isEqualTo("quick");
    gate.countDown();
    slow.get();
  }

  @Test
  void anInterruptedFirstCallerIsRelievedByAnother() throws Exception {
    Supplier<Object> work = this::slowValue;
    Future<Object> first = threads.submit(() -> flight.run("a", ticket(), work));
    started.await();
    List<Future<Object>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(threads.submit(() -> flight.run("a", ticket(), work)));
    }
    awaitWaiting(20);
    first.cancel(true);
    while (computed.get() < 2) {
      Thread.onSpinWait();
    }
    awaitWaiting(19);
    gate.countDown();
    Object value = others.get(0).get();
    for (Future<Object> other : others) {
      assertThat(other.get()).isSameAs(value);
    }
    assertThat(computed).hasValue(2);
  }

  @Test
  void oneWhoWaitsCanBeInterruptedAlone() throws Exception {
    Future<Object> first = threads.submit(() -> flight.run("a", ticket(), this::slowValue));
    started.await();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> flight.run("a", ticket(), this::slowValue))
        .isInstanceOfSatisfying(
            LimitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
    gate.countDown();
    assertThat(first.get()).isNotNull();
  }

  @Test
  void anErrorOfTheFirstCallerIsNotSharedAndHangsNobody() throws Exception {
    Supplier<Object> work =
        () -> {
          Object value = slowValue();
          if (computed.get() == 1) {
            throw new OutOfMemoryError("made up");
          }
          return value;
        };
    List<Future<Object>> callers = callers(work);
    assertThatThrownBy(callers.get(0)::get).hasCauseInstanceOf(OutOfMemoryError.class);
    assertThat(callers.get(CALLERS - 1).get()).isNotNull();
  }

  @Test
  void aComputationThatWaitsForItselfIsToldSo() {
    assertThatThrownBy(
            () -> flight.run("a", ticket(), () -> flight.run("a", ticket(), () -> "never")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void severalKeysAreComputedTogetherButForThoseUnderWay() throws Exception {
    Future<Object> slow = threads.submit(() -> flight.run("b", ticket(), this::slowValue));
    started.await();
    List<Set<String>> asked = new CopyOnWriteArrayList<>();
    Future<Map<String, Object>> both =
        threads.submit(
            () ->
                flight.run(
                    Map.of("a", 1, "b", 2, "c", 3),
                    ticket(),
                    mine -> {
                      asked.add(mine.keySet());
                      return Map.of("a", "value of a", "c", "value of c");
                    }));
    while (flight.underWay() != 1 || asked.isEmpty()) {
      Thread.onSpinWait();
    }
    gate.countDown();
    assertThat(both.get())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", "value of a", "b", slow.get(), "c", "value of c"));
    assertThat(asked).containsExactly(Set.of("a", "c"));
  }

  /** A first caller that is at work, others that wait, then the gate opens. */
  private List<Future<Object>> callers(Supplier<Object> work) throws InterruptedException {
    List<Future<Object>> callers = new ArrayList<>();
    callers.add(threads.submit(() -> flight.run("a", ticket(), work)));
    started.await();
    for (int i = 1; i < CALLERS; i++) {
      callers.add(threads.submit(() -> flight.run("a", ticket(), work)));
    }
    awaitWaiting(CALLERS - 1);
    gate.countDown();
    return callers;
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    pool.add(thread);
    return thread;
  }

  /**
   * Returns once that many callers wait for another one, and have waited at fifty looks in a row: a
   * caller that was just woken still looks like one that waits.
   */
  private void awaitWaiting(int callers) throws InterruptedException {
    int looks = 0;
    while (looks < 50) {
      boolean areWaiting = pool.stream().filter(SingleFlightTest::isWaiting).count() >= callers;
      looks = areWaiting ? looks + 1 : 0;
      Thread.sleep(2);
    }
  }

  private static boolean isWaiting(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().startsWith(SingleFlight.class.getName() + "$")
                    && frame.getMethodName().equals("await"));
  }

  private Ticket ticket() {
    return budget.ticket(Priority.NEW, Optional.empty());
  }

  private Object slowValue() {
    computed.incrementAndGet();
    started.countDown();
    try {
      gate.await();
      return new Object();
    } catch (InterruptedException e) {
      throw new LimitException(ErrorCode.CANCELLED, "interrupted", e);
    }
  }
}
