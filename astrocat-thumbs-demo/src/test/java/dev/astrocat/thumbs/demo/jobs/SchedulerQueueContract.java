package dev.astrocat.thumbs.demo.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.Admission;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.JobOptions;
import dev.astrocat.thumbs.host.JobOutcome;
import dev.astrocat.thumbs.host.QueueLimits;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.host.ThumbnailJob;
import dev.astrocat.thumbs.host.ThumbnailQueue;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.ThumbnailQueueContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the queue in a table does, on any database. */
abstract class SchedulerQueueContract extends ThumbnailQueueContract {

  private static final JobOutcome DONE = new JobOutcome.Done(1, 0, 0);

  private final Database database;
  private final List<SchedulerQueue> opened = new ArrayList<>();
  private final BlockingQueue<ThumbnailJob> seen = new LinkedBlockingQueue<>();

  SchedulerQueueContract(DatabaseUrl url) {
    database = Database.open(url);
  }

  @Override
  protected ThumbnailQueue queue(JobHandler handler) {
    return open(2, handler);
  }

  private SchedulerQueue open(int workers, JobHandler handler) {
    QueueLimits limits = QueueLimits.defaults().withThreads(workers + 1);
    SchedulerQueue queue =
        SchedulerQueue.open(database, "test" + opened.size(), workers, limits, handler);
    opened.add(queue);
    return queue;
  }

  @AfterEach
  void close() {
    opened.forEach(SchedulerQueue::close);
    database.close();
  }

  @Test
  void anotherProcessRunsWhatOneWithoutThreadsSubmits() throws InterruptedException {
    SchedulerQueue producer = open(0, this::keep);
    producer.submit(job("run", 0, Priority.BULK));
    assertThat(producer.depth()).isEqualTo(new QueueDepth(1, 0));
    open(1, this::keep);
    assertThat(next()).isEqualTo(job("run", 0, Priority.BULK));
  }

  @Test
  void whoWaitsForAPersonRunsWhileAllThreadsAreAtBulkWork() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    SchedulerQueue queue =
        open(
            2,
            (job, admission) -> {
              seen.add(job);
              return job.priority() == Priority.BULK ? await(end) : DONE;
            });
    queue.submit(job("run", 0, Priority.BULK));
    queue.submit(job("run", 1, Priority.BULK));
    next();
    next();
    queue.submit(job("person", 0, Priority.INTERACTIVE));
    assertThat(next().run()).isEqualTo("person");
    end.countDown();
  }

  @Test
  void bulkWorkGivesWayBetweenTwoImages() throws InterruptedException {
    SchedulerQueue queue = open(1, this::makeImagesUntilSentAway);
    queue.submit(job("run", 0, Priority.BULK));
    assertThat(next().run()).isEqualTo("run");
    queue.submit(job("new", 0, Priority.NEW));
    assertThat(next().run()).isEqualTo("new");
    assertThat(next().run()).isEqualTo("run");
  }

  @Test
  void closingHandsTheJobBackAtOnce() throws InterruptedException {
    SchedulerQueue queue = open(1, this::makeImagesUntilSentAway);
    queue.submit(job("run", 0, Priority.BULK));
    next();
    queue.close();
    assertThat(queue.depth()).isEqualTo(new QueueDepth(1, 0));
    open(1, this::keep);
    assertThat(next().run()).isEqualTo("run");
  }

  @Test
  void anInterruptedJobIsHandedBackToo() throws InterruptedException {
    SchedulerQueue queue =
        open(
            1,
            (job, admission) -> {
              seen.add(job);
              return await(new CountDownLatch(1));
            });
    queue.submit(job("run", 0, Priority.BULK));
    next();
    queue.close();
    assertThat(queue.depth()).isEqualTo(new QueueDepth(1, 0));
  }

  @Test
  void whatAKilledProcessHadBegunRunsAgain() throws InterruptedException {
    SchedulerQueue queue = open(0, this::keep);
    queue.submit(job("run", 0, Priority.BULK));
    // What the process left behind when it was killed 20 s ago.
    database.use(
        handle ->
            handle.execute(
                "update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = ?",
                Instant.now().minusSeconds(20).atOffset(ZoneOffset.UTC)));
    open(1, this::keep);
    assertThat(next()).isEqualTo(job("run", 0, Priority.BULK));
  }

  @Test
  void anUnreadableJobIsSetAsideAndTheOthersGoOn() throws InterruptedException {
    SchedulerQueue queue = open(0, this::keep);
    database.use(
        handle ->
            handle.execute(
                "insert into scheduled_tasks (task_name, task_instance, task_data, execution_time,"
                    + " picked, version, priority) values ('thumbnails', 'poison', ?, ?, false, 1, 9)",
                "astrocat-thumbnails 9\n".getBytes(StandardCharsets.UTF_8),
                Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC)));
    queue.submit(job("run", 0, Priority.BULK));
    open(1, this::keep);
    assertThat(next().run()).isEqualTo("run");
    assertThat(seen.poll(1, TimeUnit.SECONDS)).isNull();
    assertThat(queue.depth()).isEqualTo(new QueueDepth(1, 0));
  }

  @Test
  void theProducerWaitsWhileItsRunHasTooManyJobs() throws InterruptedException {
    SchedulerQueue queue = open(0, this::keep);
    for (int i = 0; i < 100; i++) {
      queue.submit(job("long", i, Priority.BULK));
    }
    queue.submit(job("other", 0, Priority.BULK));
    Thread producer = new Thread(() -> queue.submit(job("long", 100, Priority.BULK)));
    producer.start();
    producer.join(700);
    assertThat(producer.isAlive()).isTrue();
    open(2, this::keep);
    producer.join(Duration.ofMinutes(5).toMillis());
    assertThat(producer.isAlive()).isFalse();
  }

  private JobOutcome keep(ThumbnailJob job, Admission admission) {
    seen.add(job);
    return DONE;
  }

  private JobOutcome makeImagesUntilSentAway(ThumbnailJob job, Admission admission) {
    seen.add(job);
    ImageRecord image = ImageRecord.of("1", ImageSource.of(Path.of("/nowhere/a.fits")));
    for (int i = 0; job.priority() == Priority.BULK && i < 400; i++) {
      var permit = admission.admit(job, image);
      if (permit.isEmpty()) {
        return new JobOutcome.Later(Duration.ZERO, "others go first");
      }
      permit.get().close();
      await(new CountDownLatch(1), 10);
    }
    return DONE;
  }

  private static JobOutcome await(CountDownLatch latch) {
    return await(latch, Duration.ofMinutes(1).toMillis());
  }

  private static JobOutcome await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
      return DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new JobOutcome.Later(Duration.ZERO, "interrupted");
    }
  }

  private ThumbnailJob next() throws InterruptedException {
    ThumbnailJob job = seen.poll(5, TimeUnit.MINUTES);
    assertThat(job).as("a job within five minutes").isNotNull();
    return job;
  }

  private static ThumbnailJob job(String run, int chunk, Priority priority) {
    return new ThumbnailJob(
        "bulk:thumbnails:x",
        run,
        chunk,
        List.of("1"),
        JobOptions.DEFAULT,
        Renewal.NEEDED,
        priority);
  }
}
