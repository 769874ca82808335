package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Producers and workers that die, or are thought dead, at the worst moments. */
@Timeout(60)
class BulkDeathTest {

  private static final BulkRequest ALL = BulkRequest.everything();

  @TempDir Path folder;

  private PlainSky sky;

  @BeforeEach
  void makeSky() {
    sky = new PlainSky(folder);
  }

  /** A queue with one copy of each job would forget it for good, and the other may die too. */
  @Test
  void aWorkerThatWasThoughtDeadStopsButTheJobIsNotForgotten() {
    List.of("a", "b", "c").forEach(name -> sky.image(name + ".plain"));
    sky.bulk().start(ALL);
    ThumbnailJob job = sky.queue.remove();
    List<JobOutcome> other = new ArrayList<>();
    JobOutcome zombie =
        sky.worker()
            .run(
                job,
                (j, image) -> {
                  if (image.id().equals("b.plain")) {
                    other.add(sky.worker().run(job));
                  }
                  return Admission.ALWAYS.admit(j, image);
                });
    assertThat(other).containsExactly(new JobOutcome.Done(2, 0, 1));
    assertThat(zombie).isInstanceOf(JobOutcome.Later.class);
    assertThat(sky.worker().run(job)).isInstanceOf(JobOutcome.Gone.class);
    assertThat(sky.progress(ALL).counts()).returns(3L, ImageCounts::processed);
  }

  @Test
  void aListIsGoneOnWithWhereItsProducerDied() throws InterruptedException {
    putMissingFiles(1_201);
    DyingProducer dying = new DyingProducer(1);
    Thread producer = dying.start();
    String run = sky.queue.element().run();
    sky.work();
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.RUNNING);
    beSilent(run);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.FAILED);
    assertThat(sky.progress(ALL).counts()).returns(1_201L, ImageCounts::total);
    assertThat(sky.bulk().start(ALL)).isEqualTo(run);
    assertThat(sky.queue).extracting(ThumbnailJob::chunk).containsExactly(1, 2);
    sky.work();
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
    assertThat(sky.progress(ALL).counts())
        .returns(1_201L, ImageCounts::failed)
        .returns(1_201L, ImageCounts::total);

    dying.wakesUp.countDown(); // it was only slow
    producer.join();
    assertThat(sky.work()).hasSize(1).allMatch(JobOutcome.Gone.class::isInstance);
    assertThat(sky.progress(ALL).counts()).returns(1_201L, ImageCounts::processed);
  }

  @Test
  void whoIsListingARunOnlyJoinsIt() throws InterruptedException {
    putMissingFiles(501);
    DyingProducer slow = new DyingProducer(1);
    slow.start();
    String run = sky.queue.element().run();
    assertThat(slow.bulk.start(ALL)).isEqualTo(run);
    assertThat(sky.queue).hasSize(1);
  }

  @Test
  void aProducerThatFailsAfterAnotherTookOverDoesNotFailTheRun() throws InterruptedException {
    putMissingFiles(501);
    DyingProducer dying = new DyingProducer(1);
    Thread producer = dying.start();
    sky.bulk().start(ALL);
    producer.interrupt(); // as when its queue is closed
    producer.join();
    sky.work();
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
    assertThat(sky.progress(ALL).counts()).returns(501L, ImageCounts::processed);
  }

  /** Of which nobody knows whether the queue still has them. */
  @Test
  void silentJobsAreFollowedByANewRun() throws InterruptedException {
    putMissingFiles(501);
    new DyingProducer(1).start();
    String run = sky.queue.element().run();
    beSilent(run);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.QUEUED);
    assertThat(sky.bulk().start(ALL)).isNotEqualTo(run);
  }

  @Test
  void idsAreGoneOnWithAtOnce() throws InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 1_201; i++) {
      ids.add("x" + i);
    }
    BulkRequest request = BulkRequest.images(ids);
    DyingProducer dying = new DyingProducer(2);
    dying.start(request);
    sky.work();
    sky.bulk().start(request);
    assertThat(sky.queue)
        .extracting(ThumbnailJob::images)
        .containsExactly(ids.subList(1_000, 1_201));
    sky.work();
    assertThat(sky.progress(request).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void aDeadRunOfOtherThumbnailsIsFollowedByANewOne() throws InterruptedException {
    putMissingFiles(501);
    new DyingProducer(1).start();
    String run = sky.queue.element().run();
    beSilent(run);
    BulkRequest other = ALL.renewal(Renewal.FORCED);
    assertThat(sky.bulk().start(other)).isNotEqualTo(run);
    assertThat(sky.work()).first().isInstanceOf(JobOutcome.Gone.class);
    assertThat(sky.progress(other).counts()).returns(501L, ImageCounts::failed);
  }

  @Test
  void aRunWhoseWorkerDiedBeforeItSaidSoIsComplete() {
    sky.image("a.plain");
    String run = sky.bulk().start(ALL);
    sky.work();
    sky.progress.write(ALL.key(), Map.of(RunHead.FIELD, run + " RUNNING"));
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.COMPLETED);
    assertThat(sky.bulk().start(ALL)).isNotEqualTo(run);
  }

  private void putMissingFiles(int count) {
    for (int i = 0; i < count; i++) {
      String id = "%05d".formatted(i);
      sky.store.put(ImageRecord.of(id, ImageSource.of(folder.resolve(id))));
    }
  }

  private void beSilent(String run) {
    sky.progress.write(ProgressKeys.chunks(run), Map.of(RunSums.UPDATED, "0"));
  }

  /** Does nothing any more when it submits a job, as if it had been killed just before. */
  private final class DyingProducer {

    private final CountDownLatch died = new CountDownLatch(1);
    private final CountDownLatch wakesUp = new CountDownLatch(1);
    private final BulkThumbnails bulk =
        new BulkThumbnails(sky.store, this::submit, sky.progress, Runnable::run);
    private int left;

    DyingProducer(int jobs) {
      left = jobs;
    }

    Thread start() throws InterruptedException {
      return start(ALL);
    }

    Thread start(BulkRequest request) throws InterruptedException {
      Thread thread = new Thread(() -> bulk.start(request));
      thread.setDaemon(true);
      thread.start();
      assertThat(died.await(20, TimeUnit.SECONDS)).isTrue();
      return thread;
    }

    private void submit(ThumbnailJob job) {
      if (left-- == 0) {
        died.countDown();
        awaitWaking();
      }
      sky.queue.add(job);
    }

    private void awaitWaking() {
      try {
        wakesUp.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
