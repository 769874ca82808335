package dev.astrocat.thumbs.host;

import static dev.astrocat.thumbs.host.QueueFixture.awaitQuietly;
import static dev.astrocat.thumbs.host.QueueFixture.image;
import static dev.astrocat.thumbs.host.QueueFixture.job;
import static dev.astrocat.thumbs.host.QueueFixture.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.testing.ThumbnailQueueContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbeddedThumbnailQueueTest extends ThumbnailQueueContract {

  private static final JobOutcome DONE = new JobOutcome.Done(1, 0, 0);
  private static final JobOutcome BACK = new JobOutcome.Later(Duration.ZERO, "others go first");

  private final List<EmbeddedThumbnailQueue> queues = new ArrayList<>();

  @AfterEach
  void close() {
    queues.forEach(EmbeddedThumbnailQueue::close);
  }

  @Override
  protected ThumbnailQueue queue(JobHandler handler) {
    return queue(handler, QueueLimits.defaults());
  }

  private EmbeddedThumbnailQueue queue(JobHandler handler, QueueLimits limits) {
    EmbeddedThumbnailQueue queue =
        EmbeddedThumbnailQueue.withOwnThreads(handler, limits.withDrain(Duration.ofMillis(300)));
    queues.add(queue);
    return queue;
  }

  @Test
  void personsGoFirstThenNewImagesThenBulk() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(7);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    ThumbnailQueue queue =
        queue(
            (job, admission) -> {
              awaitQuietly(gate);
              order.add(job.priority() + " " + job.chunk());
              done.countDown();
              return DONE;
            },
            QueueLimits.defaults().withThreads(1));
    queue.submit(job("first", 0, Priority.INTERACTIVE));
    for (int i = 0; i < 2; i++) {
      queue.submit(job("b", i, Priority.BULK));
      queue.submit(job("n", i, Priority.NEW));
      queue.submit(job("i", i, Priority.INTERACTIVE));
    }
    gate.countDown();
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(order.subList(1, 7))
        .containsExactly("INTERACTIVE 0", "INTERACTIVE 1", "NEW 0", "NEW 1", "BULK 0", "BULK 1");
  }

  @Test
  void aBulkJobGivesWayToAPersonBetweenTwoImages() throws InterruptedException {
    CountDownLatch served = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    ThumbnailQueue queue =
        queue(
            (job, admission) -> {
              if (job.priority() == Priority.INTERACTIVE) {
                served.countDown();
                return DONE;
              }
              started.countDown();
              while (served.getCount() > 0) { // 500 images without an end
                Optional<Admission.Permit> permit = admission.admit(job, image("/data/x/a"));
                if (permit.isEmpty()) {
                  return BACK;
                }
                permit.get().close();
              }
              return DONE;
            },
            QueueLimits.defaults().withThreads(1));
    queue.submit(job("b", 0, Priority.BULK));
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
    queue.submit(job("i", 0, Priority.INTERACTIVE));
    assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aRunThatIsFasterThanItsWorkersWaits() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    ThumbnailQueue queue =
        queue(
            (job, admission) -> {
              awaitQuietly(gate);
              return DONE;
            },
            QueueLimits.defaults().withThreads(2));
    AtomicInteger submitted = new AtomicInteger();
    Thread producer =
        new Thread(
            () -> {
              for (int i = 0; i < 30; i++) {
                queue.submit(job("b", i, Priority.BULK));
                submitted.incrementAndGet();
              }
            });
    producer.start();
    while (submitted.get() < 8) {
      sleep(10);
    }
    producer.join(500);
    assertThat(submitted.get()).isEqualTo(8); // of two threads
    gate.countDown();
    producer.join();
    assertThat(submitted.get()).isEqualTo(30);
  }

  @Test
  void closingEndsWithinItsTimeAndTakesNoMore() {
    CountDownLatch never = new CountDownLatch(1);
    EmbeddedThumbnailQueue queue =
        queue(
            (job, admission) -> {
              awaitQuietly(never);
              return BACK;
            },
            QueueLimits.defaults());
    queue.submit(job("i", 0, Priority.INTERACTIVE));
    long start = System.nanoTime();
    queue.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThatThrownBy(() -> queue.submit(job("i", 1, Priority.INTERACTIVE)))
        .isInstanceOf(HostException.class);
  }

  @Test
  void anExecutorThatRefusesNowAndThenLosesNoJob() throws InterruptedException {
    AtomicInteger tasks = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(2);
    EmbeddedThumbnailQueue queue =
        EmbeddedThumbnailQueue.on(
            task -> {
              if (tasks.incrementAndGet() < 3) {
                throw new RejectedExecutionException("no thread");
              }
              new Thread(task).start();
            },
            (job, admission) -> {
              done.countDown();
              return DONE;
            },
            QueueLimits.defaults());
    queues.add(queue);
    queue.submit(job("i", 0, Priority.INTERACTIVE));
    queue.submit(job("i", 1, Priority.INTERACTIVE));
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aWorkerThatThrowsLosesNoJob() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(2);
    ThumbnailQueue queue =
        queue(
            (job, admission) -> {
              second.countDown();
              if (second.getCount() > 0) {
                throw new IllegalStateException("a fault of the host");
              }
              return DONE;
            },
            QueueLimits.defaults());
    queue.submit(job("i", 0, Priority.INTERACTIVE));
    assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void limitsThatLetAMountTakeAllThreadsAreRefused() {
    assertThatThrownBy(() -> QueueLimits.defaults().withThreads(4).withReadersPerMount(4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
