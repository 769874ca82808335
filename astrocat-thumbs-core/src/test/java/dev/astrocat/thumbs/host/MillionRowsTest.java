package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bulk run over a million rows takes little memory, begins soon and can be stopped. */
@Timeout(180)
class MillionRowsTest {

  private static final int ROWS = 1_000_000;

  /** On a machine that does nothing else, what is measured is printed and held to the goals. */
  private static final boolean FIGURES = Boolean.getBoolean("astrocat.figures");

  private static final BulkRequest ALL = BulkRequest.everything();
  private static final short[] SAMPLES = new short[64 * 64];

  private final PagedStore store = new PagedStore(ROWS, PlainDecoder.file(64, 64, SAMPLES));
  private final MemoryProgressStore progress = new MemoryProgressStore();
  private final BulkRuns runs = new BulkRuns(progress);
  private final ThumbnailGenerator generator =
      ThumbnailGenerator.builder()
          .cache(new ForgetfulCache())
          .onlyDecoders(new PlainDecoder("plain", Match.BY_CONTENT))
          .build();
  private final ThumbnailWorker worker = new ThumbnailWorker(generator, store, progress);

  @Test
  void enqueueingTakesLessThan32MegabytesOfHeap() {
    long before = usedHeap();
    AtomicLong jobs = new AtomicLong();
    AtomicLong most = new AtomicLong();
    ThumbnailQueue counting =
        job -> {
          if (jobs.incrementAndGet() % 250 == 0) {
            most.accumulateAndGet(usedHeap(), Math::max);
          }
        };
    new BulkThumbnails(store, counting, progress, Runnable::run).start(ALL);
    assertThat(jobs.get()).isEqualTo(2_000);
    assertThat(runs.progress(ALL.key()).orElseThrow().counts().queued()).isEqualTo(ROWS);
    figure("enqueueing took %.1f MB of heap at most", (most.get() - before) / 1e6);
    assertThat(most.get() - before).isLessThan(32L << 20);
  }

  @Test
  void theFirstResultComesSoonAndCancellingStopsSoon() throws InterruptedException {
    double idle = waiting();
    try (EmbeddedThumbnailQueue queue =
        EmbeddedThumbnailQueue.withOwnThreads(worker, QueueLimits.defaults())) {
      long start = System.nanoTime();
      Thread producer =
          new Thread(() -> new BulkThumbnails(store, queue, progress, Runnable::run).start(ALL));
      producer.start();
      await(() -> store.saved() > 0);
      double first = millisSince(start);
      double direct = waiting();
      await(() -> runs.progress(ALL.key()).orElseThrow().counts().total() == ROWS);
      assertThat(runs.cancel(ALL.key())).isTrue();
      producer.join();
      int stopped = savedAtLast();
      ImageCounts counts = runs.progress(ALL.key()).orElseThrow().counts();
      assertThat(counts.done()).isEqualTo(stopped);
      assertThat(counts.queued() + counts.processed()).isEqualTo(ROWS);
      figure("first result after %.0f ms", first);
      figure(
          "a person waits %.1f ms when idle, %.1f ms during the run (%.2f times)",
          idle, direct, direct / idle);
      assertThat(first).isLessThan(10_000); // two seconds, with slack
      if (FIGURES) {
        assertThat(direct / idle).isLessThan(3);
      }
    }
  }

  /** The number of saved thumbnails once none was saved for a while. */
  private int savedAtLast() throws InterruptedException {
    int before = -1;
    while (store.saved() != before) {
      before = store.saved();
      Thread.sleep(1_000);
    }
    return before;
  }

  private static void figure(String text, Object... numbers) {
    if (FIGURES) {
      System.out.printf(text + "%n", numbers);
    }
  }

  /** The median of the milliseconds that a person waits for a picture that is not cached. */
  private double waiting() {
    byte[] large = PlainDecoder.file(2_000, 1_500, new short[3_000_000]);
    double[] times = new double[31];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      generator.generate(ThumbnailRequest.of(ImageSource.of(i + ".plain", large)));
      times[i] = millisSince(start);
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Takes everything and keeps nothing, so that only the run's own memory counts. */
  private static final class ForgetfulCache implements ThumbnailCache {

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.empty();
    }

    @Override
    public String write(String name, byte[] bytes) {
      return "nowhere:" + name;
    }

    @Override
    public boolean delete(String name) {
      return false;
    }

    @Override
    public Stream<CachedFile> list() {
      return Stream.empty();
    }
  }
}
