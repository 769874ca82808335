package dev.astrocat.thumbs.host;

import static dev.astrocat.thumbs.host.QueueFixture.awaitQuietly;
import static dev.astrocat.thumbs.host.QueueFixture.image;
import static dev.astrocat.thumbs.host.QueueFixture.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Priority;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mount whose server is gone keeps the threads of its readers, and nothing else. */
@Timeout(60)
class HangingMountTest {

  private static final int LIVE = 20;

  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch live = new CountDownLatch(LIVE);
  private final EmbeddedThumbnailQueue queue =
      EmbeddedThumbnailQueue.withOwnThreads(
          this::run, QueueLimits.defaults().withThreads(3).withDrain(Duration.ofMillis(300)));

  @AfterEach
  void close() {
    queue.close();
  }

  private JobOutcome run(ThumbnailJob job, Admission admission) {
    boolean hangs = job.run().equals("hanging");
    Optional<Admission.Permit> permit =
        admission.admit(job, image(hangs ? "/data/dead/a" : "/data/live/b"));
    if (permit.isEmpty()) {
      return new JobOutcome.Later(Duration.ZERO, "others go first");
    }
    if (hangs) {
      awaitQuietly(never);
    }
    permit.get().close();
    live.countDown();
    return new JobOutcome.Done(1, 0, 0);
  }

  @Test
  void bulkRunsOfOtherMountsGoOn() throws InterruptedException {
    hang(6, Priority.BULK);
    assertOthersGoOn();
  }

  /** Who have a higher priority, and would take the last thread by waiting one after the other. */
  @Test
  void bulkRunsOfOtherMountsGoOnThoughPersonsWaitForThatMount() throws InterruptedException {
    hang(8, Priority.INTERACTIVE);
    assertOthersGoOn();
  }

  private void hang(int jobs, Priority priority) {
    for (int i = 0; i < jobs; i++) {
      queue.submit(job("hanging", i, priority));
    }
  }

  private void assertOthersGoOn() throws InterruptedException {
    for (int i = 0; i < LIVE; i++) {
      queue.submit(job("live" + i, 0, Priority.BULK));
    }
    assertThat(live.await(30, TimeUnit.SECONDS)).isTrue();
  }
}
