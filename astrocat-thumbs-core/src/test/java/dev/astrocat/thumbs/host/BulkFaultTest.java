package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a run, and that its counts add up all the same. */
class BulkFaultTest {

  private static final BulkRequest ALL = BulkRequest.everything();

  @TempDir Path folder;

  private PlainSky sky;

  @BeforeEach
  void makeSky() {
    sky = new PlainSky(folder);
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void aStoreThatThrowsIsAFailureOfTheHostAndNoImageIsLost() {
    List.of("a", "b", "c").forEach(name -> sky.image(name + ".plain"));
    sky.bulk().start(ALL);
    ThumbnailJob job = sky.queue.remove();
    for (int calls = 0; calls < 4; calls++) {
      ImageStore failing = new FailingStore(sky.store, new AtomicInteger(calls));
      assertThat(new ThumbnailWorker(sky.generator, failing, sky.progress).run(job))
          .isInstanceOfSatisfying(
              JobOutcome.Failed.class,
              failed -> assertThat(failed.code()).isEqualTo(ErrorCode.HOST_FAILURE));
      // Each image takes a find and a save; two were done in the last two rounds.
      assertThat(sky.progress(ALL).counts())
          .returns(0L, ImageCounts::running)
          .returns(Math.max(0L, calls - 1L), ImageCounts::done);
    }
    assertThat(sky.worker().run(job)).isEqualTo(new JobOutcome.Done(3, 0, 0));
  }

  /** Fails the n-th write for every n until a run passes without a failure. */
  @Test
  void aProgressStoreThatThrowsAtAnyPointLosesNothing() {
    List.of("a", "b").forEach(name -> sky.image(name + ".plain"));
    int failures = 0;
    for (int n = 0; n < 100; n++) {
      sky.bulk().start(ALL.renewal(Renewal.FORCED));
      ThumbnailJob job = sky.queue.remove();
      AtomicInteger left = new AtomicInteger(n);
      ThumbnailWorker worker =
          new ThumbnailWorker(sky.generator, sky.store, new FailingProgress(sky.progress, left));
      JobOutcome outcome = worker.run(job);
      if (outcome instanceof JobOutcome.Failed) {
        failures++;
        sky.worker().run(job);
      }
      assertThat(sky.progress(ALL).counts())
          .as("call %d fails", n)
          .returns(2L, ImageCounts::done)
          .returns(0L, ImageCounts::queued);
      assertThat(sky.progress(ALL).state()).isEqualTo(RunState.COMPLETED);
      if (left.get() > 0) {
        assertThat(failures).isGreaterThan(5);
        return;
      }
    }
    throw new AssertionError("no run passed without a failure");
  }

  @Test
  void errorsThatMayPassAreTriedAgainAndThenCounted() throws IOException {
    Path file = sky.image("a.plain");
    sky.image("b.plain");
    sky.bulk().start(ALL);
    ThumbnailJob job = sky.queue.remove();
    UnreadableStore unreadable = new UnreadableStore(sky.store, "a.plain");
    ThumbnailWorker worker = new ThumbnailWorker(sky.generator, unreadable, sky.progress);
    for (int round = 0; round < 3; round++) {
      assertThat(worker.run(job)).isInstanceOf(JobOutcome.Later.class);
      assertThat(sky.progress(ALL).counts())
          .returns(1L, ImageCounts::queued)
          .returns(1L, ImageCounts::done);
    }
    assertThat(worker.run(job)).isEqualTo(new JobOutcome.Done(1, 1, 0));
    assertThat(sky.progress(ALL).counts().lastError()).isEqualTo("SOURCE_UNREADABLE");
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void whatMayPassIsNotTriedAgainBeforeTheOthersWere() {
    List.of("a.plain", "b.plain", "c.plain").forEach(sky::image);
    sky.bulk().start(ALL);
    ThumbnailJob job = sky.queue.remove();
    UnreadableStore unreadable = new UnreadableStore(sky.store, "a.plain");
    ThumbnailWorker worker = new ThumbnailWorker(sky.generator, unreadable, sky.progress);
    List<String> admitted = new ArrayList<>();
    Admission onePerDelivery =
        (j, image) -> {
          admitted.add(image.id());
          return admitted.size() % 2 == 0 ? Optional.empty() : Admission.ALWAYS.admit(j, image);
        };
    List<JobOutcome> outcomes =
        Stream.generate(() -> worker.run(job, onePerDelivery)).limit(3).toList();
    assertThat(admitted).containsExactly("a.plain", "b.plain", "b.plain", "c.plain", "c.plain");
    assertThat(outcomes)
        .extracting(outcome -> outcome.again().orElseThrow().isZero())
        .containsExactly(true, true, false);
  }

  @Test
  void anInterruptedWorkerGivesItsJobBack() {
    sky.image("a.plain");
    sky.bulk().start(ALL);
    Thread.currentThread().interrupt();
    assertThat(sky.worker().run(sky.queue.element())).isInstanceOf(JobOutcome.Later.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sky.work()).containsExactly(new JobOutcome.Done(1, 0, 0));
  }

  @Test
  void imagesThatCannotBeListedFailTheRun() {
    sky.image("a.plain");
    ImageStore failing = new FailingStore(sky.store, new AtomicInteger(0));
    new BulkThumbnails(failing, sky.queue::add, sky.progress, Runnable::run).start(ALL);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.FAILED);
    sky.bulk().start(ALL);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.QUEUED);
  }

  @Test
  void anExecutorThatRefusesFailsTheRun() {
    BulkThumbnails bulk =
        new BulkThumbnails(
            sky.store,
            sky.queue::add,
            sky.progress,
            task -> {
              throw new RejectedExecutionException("closed");
            });
    assertThat(catchThrowable(() -> bulk.start(ALL))).isInstanceOf(HostException.class);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void progressThatSomebodyElseHasWrittenIsAFailureOfTheHost() {
    sky.image("a.plain");
    sky.bulk().start(ALL);
    ThumbnailJob job = sky.queue.element();
    sky.progress.write("bulk:run:" + job.run(), Map.of("0", "500 bottles"));
    assertThat(sky.worker().run(job)).isInstanceOf(JobOutcome.Failed.class);
  }

  @Test
  void countsAddUpAtEveryPoll() {
    IntStream.range(0, 300).forEach(i -> sky.image("f" + i % 7 + "/" + i + ".plain"));
    IntStream.range(0, 20).forEach(i -> sky.broken("g/" + i + ".plain"));
    try (EmbeddedThumbnailQueue queue =
        EmbeddedThumbnailQueue.withOwnThreads(
            sky.worker(), QueueLimits.defaults().withThreads(3))) {
      new BulkThumbnails(sky.store, queue, sky.progress, Runnable::run).start(ALL);
      long polls = 0;
      long processed = 0;
      while (!sky.progress(ALL).state().isEnd()) {
        BulkProgress progress = sky.progress(ALL);
        ImageCounts counts = progress.counts();
        assertThat(counts.queued()).isBetween(0L, counts.total());
        assertThat(counts.total()).isEqualTo(320);
        assertThat(counts.processed()).isGreaterThanOrEqualTo(processed);
        processed = counts.processed();
        assertAddsUp(sky.progress.read(ALL.key()));
        polls++;
      }
      assertThat(polls).isGreaterThan(20);
    }
    assertThat(sky.progress(ALL).counts())
        .returns(300L, ImageCounts::done)
        .returns(20L, ImageCounts::failed);
    assertThat(sky.progress.read(ALL.key()))
        .containsEntry("status", "completed_with_errors")
        .containsEntry("processed", "320");
  }

  private static void assertAddsUp(Map<String, String> fields) {
    long sum =
        List.of("queued", "running", "done", "failed", "skipped").stream()
            .mapToLong(name -> Long.parseLong(fields.get(name)))
            .sum();
    assertThat(sum).isEqualTo(Long.parseLong(fields.get("total")));
  }

  /** Throws at a certain call and after it. */
  private record FailingProgress(ProgressStore all, AtomicInteger left) implements ProgressStore {

    private void count() {
      if (left.getAndDecrement() == 0) {
        throw new IllegalStateException("connection reset");
      }
    }

    @Override
    public Map<String, String> read(String key) {
      count();
      return all.read(key);
    }

    @Override
    public void write(String key, Map<String, String> fields) {
      count();
      all.write(key, fields);
    }

    @Override
    public boolean replace(String key, String field, Optional<String> expected, String value) {
      count();
      return all.replace(key, field, expected, value);
    }
  }
}
