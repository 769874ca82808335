package dev.astrocat.thumbs.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.ThumbnailException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DecodeBudgetTest {

  private static final Optional<Duration> FOR_EVER = Optional.empty();
  private static final Optional<Duration> NOT_AT_ALL = Optional.of(Duration.ZERO);

  private final DecodeBudget budget = new DecodeBudget(100, 2);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> admitted = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void permitsBoundTheDecodesAndAPersonHasOneMore() {
    bulk(1);
    bulk(1);
    assertBusy(Priority.BULK, 1);
    assertBusy(Priority.NEW, 1);
    Grant person = grant(Priority.INTERACTIVE, 1);
    assertBusy(Priority.INTERACTIVE, 1);
    assertThat(budget.running()).isEqualTo(3);
    person.close();
    assertBusy(Priority.BULK, 1);
    grant(Priority.INTERACTIVE, 1);
  }

  @Test
  void bytesBoundTheDecodes() {
    Grant first = bulk(60);
    assertBusy(Priority.BULK, 41);
    bulk(40).close();
    first.close();
    bulk(100);
  }

  @Test
  void closingTwiceLetsInOnlyOne() {
    Grant first = bulk(60);
    bulk(40);
    first.close();
    first.close();
    assertBusy(Priority.BULK, 61);
    bulk(60);
  }

  @Test
  void whatNeedsMoreThanThereIsIsAdmittedAlone() {
    Grant small = bulk(1);
    assertBusy(Priority.BULK, 1_000);
    small.close();
    Grant large = bulk(1_000);
    assertThat(large.isAlone()).isTrue();
    assertThat(large.take(10_000)).isTrue();
    assertThat(large.isShort()).isFalse();
    assertBusy(Priority.INTERACTIVE, 1);
  }

  @Test
  void memoryWithinTheGrantIsNeverRefused() {
    Grant one = bulk(50);
    bulk(50);
    assertThat(one.take(20)).isTrue();
    assertThat(one.take(30)).isTrue();
    assertThat(one.take(1)).isFalse();
    assertThat(one.isShort()).isTrue();
    assertThat(one.needed()).isEqualTo(51);
    assertThat(one.wanted()).isEqualTo(100);
  }

  @Test
  void memoryThatNobodyHasIsGrantedLater() {
    Grant one = bulk(10);
    assertThat(one.take(90)).isTrue();
    assertBusy(Priority.BULK, 11);
    one.close();
    bulk(11);
  }

  @Test
  void usefulMemoryLeavesSomethingToOthersAndRefusalIsNoShortage() {
    Grant one = bulk(10);
    assertThat(one.takeIfFree(70)).isTrue();
    assertThat(one.takeIfFree(10)).isFalse();
    assertThat(one.isShort()).isFalse();
    assertThat(one.needed()).isZero();
    Grant other = bulk(12);
    assertThat(other.takeIfFree(8)).isTrue();
    one.close();
    other.close();
    bulk(100);
  }

  @Test
  void higherPrioritiesGoFirstAndInsideOneWhoCameFirst() {
    assertThat(orderOf(budget)).containsExactly("person 1", "person 2", "new", "bulk 1", "bulk 2");
  }

  @Test
  void theLatestPersonGoesFirstWhereThatIsTheOrder() {
    DecodeBudget latest = new DecodeBudget(100, 2).inOrder(DecodeBudget.Order.LATEST_FIRST);
    assertThat(orderOf(latest)).containsExactly("person 2", "person 1", "new", "bulk 1", "bulk 2");
  }

  /** All wait for the whole budget, so that one is admitted after the other. */
  private List<String> orderOf(DecodeBudget queue) {
    Grant all = queue.ticket(Priority.NEW, FOR_EVER).admit(100);
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    waiting.add(await(queue, "bulk 1", Priority.BULK));
    waiting.add(await(queue, "bulk 2", Priority.BULK));
    waiting.add(await(queue, "new", Priority.NEW));
    waiting.add(await(queue, "person 1", Priority.INTERACTIVE));
    waiting.add(await(queue, "person 2", Priority.INTERACTIVE));
    all.close();
    waiting.forEach(DecodeBudgetTest::get);
    return admitted;
  }

  @Test
  void whoIsJoinedByAPersonMovesUp() {
    Grant all = bulk(100);
    CompletableFuture<?> ordinary = await(budget, "new", Priority.NEW);
    Ticket ticket = budget.ticket(Priority.BULK, FOR_EVER);
    CompletableFuture<?> joined = await(budget, "joined", ticket);
    ticket.joinedBy(Priority.INTERACTIVE);
    ticket.joinedBy(Priority.BULK);
    assertThat(ticket.priority()).isEqualTo(Priority.INTERACTIVE);
    all.close();
    get(ordinary);
    get(joined);
    assertThat(admitted).containsExactly("joined", "new");
  }

  @Test
  void aLargeOneIsNotOvertakenForEver() {
    Grant one = bulk(50);
    CompletableFuture<?> large = await(budget, "large", budget.ticket(Priority.BULK, FOR_EVER));
    assertBusy(Priority.BULK, 1);
    one.close();
    get(large);
  }

  @Test
  void whoIsInterruptedOrRevokedHoldsNothing() {
    Grant all = bulk(100);
    Thread.currentThread().interrupt();
    assertFails(() -> bulk(1), ErrorCode.CANCELLED);
    assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
    Ticket ticket = budget.ticket(Priority.BULK, FOR_EVER);
    CompletableFuture<?> revoked = await(budget, "never", ticket);
    ticket.revoke(ErrorCode.CLOSED);
    assertThatThrownBy(() -> revoked.get(20, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CLOSED));
    assertFails(() -> ticket.admit(1), ErrorCode.CLOSED);
    all.close();
    assertThat(budget.waiting()).isZero();
    bulk(100);
  }

  @Test
  void waitingEndsWhenItsTimeIsOver() {
    bulk(100);
    Ticket ticket = budget.ticket(Priority.INTERACTIVE, Optional.of(Duration.ofMillis(50)));
    long start = System.nanoTime();
    assertFails(() -> ticket.admit(1), ErrorCode.BUSY);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
    assertThat(ticket.wasAdmitted()).isFalse();
  }

  @Test
  void whatHasHungNoLongerCounts() {
    DecodeBudget impatient =
        new DecodeBudget(100, 1, DecodeBudget.Order.FIRST_COME, Duration.ofMillis(200));
    Grant hanging = impatient.ticket(Priority.BULK, FOR_EVER).admit(100);
    Grant next = impatient.ticket(Priority.BULK, FOR_EVER).admit(100);
    next.progressed();
    hanging.close(); // frees nothing that the next one holds
    assertThat(impatient.running()).isEqualTo(1);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new DecodeBudget(0, 1));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new DecodeBudget(1, 0));
  }

  private Grant bulk(long bytes) {
    return grant(Priority.BULK, bytes);
  }

  private Grant grant(Priority priority, long bytes) {
    return budget.ticket(priority, FOR_EVER).admit(bytes);
  }

  private void assertBusy(Priority priority, long bytes) {
    assertFails(() -> budget.ticket(priority, NOT_AT_ALL).admit(bytes), ErrorCode.BUSY);
  }

  private static void assertFails(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private CompletableFuture<?> await(DecodeBudget queue, String name, Priority priority) {
    return await(queue, name, queue.ticket(priority, FOR_EVER));
  }

  /** Returns when it waits. */
  private CompletableFuture<?> await(DecodeBudget queue, String name, Ticket ticket) {
    int before = queue.waiting();
    CompletableFuture<?> future =
        CompletableFuture.runAsync(
            () -> {
              try (Grant grant = ticket.admit(100)) {
                admitted.add(name);
                grant.progressed();
              }
            },
            threads);
    while (queue.waiting() == before) {
      Thread.onSpinWait();
    }
    return future;
  }

  private static void get(CompletableFuture<?> future) {
    future.orTimeout(20, TimeUnit.SECONDS).join();
  }
}
