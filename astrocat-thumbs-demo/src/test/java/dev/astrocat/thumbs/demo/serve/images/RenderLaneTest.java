package dev.astrocat.thumbs.demo.serve.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RenderLaneTest {

  private final RenderLane lane = new RenderLane(1);
  private final CountDownLatch busy = new CountDownLatch(1);
  private final Queue<String> made = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void theOneThreadIsBusy() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    lane.take(
        new Noted("long") {
          @Override
          public void run() {
            begun.countDown();
            awaitIt(busy);
            super.run();
          }
        });
    begun.await();
  }

  @AfterEach
  void close() {
    lane.close();
  }

  @Test
  void latestIsMadeFirst() {
    List.of("a", "b", "c").forEach(name -> lane.take(new Noted(name)));

    assertThat(madeAtLast()).containsExactly("long", "c", "b", "a");
  }

  @Test
  void whatIsAskedForAnewIsTheLatest() {
    Noted first = new Noted("a");
    lane.take(first);
    lane.take(new Noted("b"));
    lane.renew(first);

    assertThat(madeAtLast()).containsExactly("long", "a", "b");
  }

  @Test
  void whatIsMadeIsNotMadeAgain() {
    Noted first = new Noted("a");
    lane.take(first);
    List<String> all = madeAtLast();
    lane.renew(first);
    lane.end();

    assertThat(all).containsExactly("long", "a");
    assertThat(made).hasSize(2);
    assertThat(refused).isEmpty();
  }

  @Test
  void oldestGoesWhereTooManyWait() {
    IntStream.range(0, RenderLane.MOST_WAITING + 2)
        .forEach(i -> lane.take(new Noted(Integer.toString(i))));

    assertThat(refused).containsExactly("0", "1");
    assertThat(madeAtLast()).hasSize(1 + RenderLane.MOST_WAITING).endsWith("3", "2");
  }

  @Test
  void atItsEndRefusesWhatWaitsAndWhatComes() {
    Noted waiting = new Noted("waiting");
    lane.take(waiting);
    lane.end();
    lane.take(new Noted("late"));
    lane.renew(waiting);
    busy.countDown();

    assertThat(refused).containsExactly("waiting", "late");
  }

  /** What was made until the lane has nothing more to do. */
  private List<String> madeAtLast() {
    int orders = lane.waiting() + 1;
    busy.countDown();
    while (made.size() < orders) {
      Thread.onSpinWait();
    }
    return List.copyOf(made);
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Notes what became of it. */
  private class Noted implements RenderLane.Order {

    private final String name;

    Noted(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      made.add(name);
    }

    @Override
    public void refuse() {
      refused.add(name);
    }
  }
}
