package dev.astrocat.thumbs.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.ThumbnailException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Computations that nobody's thread waits for. */
@Timeout(60)
final class StartedFlightTest {

  private final DecodeBudget budget = new DecodeBudget(1 << 20, 1);
  private final SingleFlight<String, Object> flight = new SingleFlight<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger computed = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    gate.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(flight.underWay()).isZero();
  }

  @Test
  void manyGetOneValueAndSoDoesWhoWaitsInAThread() throws Exception {
    List<Future<Object>> all = new ArrayList<>();
    Ticket first = ticket(Priority.BULK);
    for (int i = 0; i < 100; i++) {
      Ticket ticket = i == 0 ? first : ticket(Priority.BULK);
      all.add(flight.start("a", ticket, threads::execute, this::slowValue));
    }
    begun.await();
    all.add(threads.submit(() -> flight.run("a", ticket(Priority.NEW), this::slowValue)));
    while (first.priority() != Priority.NEW) {
      Thread.onSpinWait(); // until it has joined
    }
    gate.countDown();
    for (Future<Object> one : all) {
      assertThat(one.get()).isSameAs(all.get(0).get());
    }
    assertThat(computed).hasValue(1);
  }

  @Test
  void cancellingOneLeavesTheOthersTheirValue() throws Exception {
    CompletableFuture<Object> first = start();
    CompletableFuture<Object> second = start();
    begun.await();
    first.cancel(true);
    gate.countDown();
    assertThat(second.get()).isNotNull();
    assertThat(interrupted).hasValue(0);
    assertThat(computed).hasValue(1);
  }

  @Test
  void cancellingAllStopsTheWork() throws Exception {
    CompletableFuture<Object> first = start();
    CompletableFuture<Object> second = start();
    begun.await();
    first.cancel(true);
    second.cancel(true);
    while (interrupted.get() == 0) {
      Thread.onSpinWait();
    }
    gate.countDown();
    assertThat(start().get()).as("whoever comes then gets a computation of its own").isNotNull();
  }

  @Test
  void whatWasGivenUpBeforeItBeganDoesNotBegin() {
    List<Runnable> queue = new ArrayList<>();
    CompletableFuture<Object> first =
        flight.start("a", ticket(Priority.BULK), queue::add, this::slowValue);
    first.cancel(true);
    queue.forEach(Runnable::run);
    assertThat(computed).hasValue(0);
  }

  @Test
  void whoJoinsRaisesThePriority() throws Exception {
    Ticket ticket = ticket(Priority.BULK);
    CompletableFuture<Object> first = flight.start("a", ticket, threads::execute, this::slowValue);
    begun.await();
    CompletableFuture<Object> person = start();
    assertThat(ticket.priority()).isEqualTo(Priority.INTERACTIVE);
    gate.countDown();
    assertThat(person.get()).isSameAs(first.get());
  }

  @Test
  void whoMayWaitLongerTakesOverFromWhoMayNot() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    CompletableFuture<Object> impatient =
        flight.start(
            "a",
            ticket(Priority.NEW),
            threads::execute,
            () -> {
              calls.incrementAndGet();
              await(gate);
              throw new LimitException(ErrorCode.BUSY, "no turn");
            });
    while (calls.get() == 0) {
      Thread.onSpinWait();
    }
    CompletableFuture<Object> patient =
        flight.start("a", ticket(Priority.NEW), threads::execute, () -> "a value");
    gate.countDown();
    assertThat(patient.get()).isEqualTo("a value");
    assertCode(impatient, ErrorCode.BUSY);
  }

  @Test
  void aFailureIsToldToAll() throws Exception {
    ThumbnailException failure = DecodeException.malformed("broken");
    CompletableFuture<Object> first =
        flight.start(
            "a",
            ticket(Priority.NEW),
            threads::execute,
            () -> {
              begun.countDown();
              await(gate);
              throw failure;
            });
    begun.await();
    CompletableFuture<Object> second = start();
    gate.countDown();
    assertCode(first, ErrorCode.DATA_MALFORMED);
    assertCode(second, ErrorCode.DATA_MALFORMED);
    assertThat(computed).hasValue(0);
  }

  @Test
  void aBreakdownEndsTheFirstAndTheOthersTryThemselves() throws Exception {
    CompletableFuture<Object> first =
        flight.start(
            "a",
            ticket(Priority.NEW),
            work -> threads.execute(() -> assertThatThrownBy(work::run).hasMessage("made up")),
            () -> {
              begun.countDown();
              await(gate);
              throw new AssertionError("made up");
            });
    begun.await();
    CompletableFuture<Object> second = start();
    gate.countDown();
    assertCode(first, ErrorCode.CANCELLED);
    assertThat(second.get()).isNotNull();
  }

  @Test
  void anExecutorThatRefusesFailsTheFutureAndLeavesNothing() {
    CompletableFuture<Object> refused =
        flight.start(
            "a",
            ticket(Priority.NEW),
            work -> {
              throw new LimitException(ErrorCode.CLOSED, "closed");
            },
            this::slowValue);
    assertCode(refused, ErrorCode.CLOSED);
  }

  @Test
  void whoMayNotWaitLongLeavesTheQueue() {
    List<Runnable> queue = new ArrayList<>();
    Ticket ticket = budget.ticket(Priority.NEW, Optional.of(Duration.ofMillis(50)));
    CompletableFuture<Object> result = flight.start("a", ticket, queue::add, this::slowValue);
    assertCode(result, ErrorCode.BUSY);
    queue.forEach(Runnable::run);
    assertThat(computed).hasValue(0);
  }

  private CompletableFuture<Object> start() {
    return flight.start("a", ticket(Priority.INTERACTIVE), threads::execute, this::slowValue);
  }

  private Ticket ticket(Priority priority) {
    return budget.ticket(priority, Optional.empty());
  }

  private static void assertCode(Future<Object> result, ErrorCode code) {
    assertThatThrownBy(result::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private Object slowValue() {
    computed.incrementAndGet();
    begun.countDown();
    await(gate);
    return new Object();
  }

  private void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
      throw new LimitException(ErrorCode.CANCELLED, "interrupted", e);
    }
  }
}
