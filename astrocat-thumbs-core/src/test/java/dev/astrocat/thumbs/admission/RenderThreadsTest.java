package dev.astrocat.thumbs.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RenderThreadsTest {

  private final DecodeBudget budget = new DecodeBudget(1 << 20, 1);
  private final RenderThreads threads = RenderThreads.onDemand(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    gate.countDown();
    threads.close();
  }

  @Test
  void aMountThatHangsStopsNoOther() throws InterruptedException {
    hang("/nas", Priority.INTERACTIVE);
    hang("/nas", Priority.INTERACTIVE);
    CountDownLatch other = new CountDownLatch(1);
    threads.run("/nas", ticket(Priority.INTERACTIVE), () -> done.add("behind"));
    threads.run("/disk", ticket(Priority.BULK), other::countDown);
    assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).isEmpty();
  }

  @Test
  void aPersonHasAThreadWhereBulkHasTakenAll() throws InterruptedException {
    hang("/nas", Priority.BULK);
    CountDownLatch person = new CountDownLatch(1);
    threads.run("/nas", ticket(Priority.BULK), () -> done.add("bulk"));
    threads.run("/nas", ticket(Priority.INTERACTIVE), person::countDown);
    assertThat(person.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).isEmpty();
  }

  @Test
  void theOrderIsThatOfTheTicketsAlsoIfOneMovesUp() throws InterruptedException {
    hang("/nas", Priority.NEW);
    Ticket moving = ticket(Priority.BULK);
    CountDownLatch all = new CountDownLatch(4);
    List.of("bulk 1", "moving", "bulk 2", "new")
        .forEach(
            name -> {
              Ticket ticket =
                  name.equals("moving")
                      ? moving
                      : ticket(name.equals("new") ? Priority.NEW : Priority.BULK);
              threads.run(
                  "/nas",
                  ticket,
                  () -> {
                    done.add(name);
                    all.countDown();
                  });
            });
    moving.joinedBy(Priority.NEW);
    gate.countDown();
    assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).containsExactly("moving", "new", "bulk 1", "bulk 2");
  }

  @Test
  void closingRunsWhatWaitsHereAndRefusesTheRest() throws InterruptedException {
    hang("/nas", Priority.NEW);
    threads.run("/nas", ticket(Priority.NEW), () -> done.add(Thread.currentThread().getName()));
    threads.close();
    assertThat(done).containsExactly(Thread.currentThread().getName());
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> threads.run("/nas", ticket(Priority.NEW), () -> {}))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CLOSED));
  }

  @Test
  void whatAnExecutorRefusesLearnsThatItIsBusy() {
    RenderThreads full =
        new RenderThreads(
            work -> {
              throw new RejectedExecutionException("full");
            },
            1);
    List<ErrorCode> codes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Ticket ticket = ticket(Priority.NEW);
      full.run("/nas", ticket, () -> codes.add(refusal(ticket)));
    }
    assertThat(codes).containsExactly(ErrorCode.BUSY, ErrorCode.BUSY, ErrorCode.BUSY);
  }

  private static ErrorCode refusal(Ticket ticket) {
    try {
      ticket.admit(1).close();
      throw new AssertionError("admitted");
    } catch (LimitException e) {
      return e.code();
    }
  }

  private Ticket ticket(Priority priority) {
    return budget.ticket(priority, Optional.empty());
  }

  private void hang(String mount, Priority priority) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    threads.run(
        mount,
        ticket(priority),
        () -> {
          begun.countDown();
          try {
            gate.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    begun.await();
  }
}
