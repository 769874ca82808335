package dev.astrocat.thumbs.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.testing.TestSamples;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class BandWalkTest {

  private static final int WIDTH = 70_001;

  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  @AfterEach
  void stopThreads() {
    pool.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"1, 100, 7, 3", "3, 100, 9, 5", "2, 101, 100, 1", "4, 13, 20, 2", "2, 61, 1, 1"})
  void allRowsOfALineAreInItsSlice(int crew, int height, int largeRows, int smallRows)
      throws IOException {
    List<Blocks> pictures =
        List.of(Blocks.fromStart(height, smallRows), Blocks.fromEnd(height, largeRows));
    AtomicIntegerArray large = new AtomicIntegerArray(pictures.get(1).count());
    AtomicIntegerArray small = new AtomicIntegerArray(pictures.get(0).count());
    walk(numbered(height), new Crew(pool, crew))
        .walk(
            pictures,
            () -> List.of(small, large),
            (part, band, slice) -> {
              for (int p = 0; p < part.size(); p++) {
                for (int line = slice.firstLines()[p]; line < slice.endLines()[p]; line++) {
                  part.get(p).incrementAndGet(line);
                  assertThat(pictures.get(p).first(line)).isGreaterThanOrEqualTo(slice.firstRow());
                  assertThat(pictures.get(p).end(line)).isLessThanOrEqualTo(slice.endRow());
                }
              }
              for (int y = slice.firstRow(); y < slice.endRow(); y++) {
                assertThat(band.bytes(0)[(y - slice.firstRow()) * WIDTH]).isEqualTo((byte) y);
              }
            });
    for (AtomicIntegerArray seen : List.of(small, large)) {
      for (int line = 0; line < seen.length(); line++) {
        assertThat(seen.get(line)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 100, 7", "2, 100, 1", "3, 101, 7", "5, 13, 20", "4, 3, 1"})
  void everyRowIsSeenOnce(int crew, int height, int blockRows) throws IOException {
    AtomicIntegerArray seen = new AtomicIntegerArray(height);
    Blocks blocks = Blocks.fromEnd(height, blockRows);
    List<int[]> parts =
        walk(numbered(height), new Crew(pool, crew))
            .walk(
                blocks,
                () -> new int[1],
                (part, band, first, end) -> {
                  part[0] += end - first;
                  int start = blocks.first(first);
                  for (int y = start; y < blocks.first(end); y++) {
                    assertThat(band.bytes(0)[(y - start) * WIDTH]).isEqualTo((byte) y);
                    seen.incrementAndGet(y);
                  }
                });
    assertThat(parts.stream().mapToInt(p -> p[0]).sum()).isEqualTo(blocks.count());
    assertThat(parts).hasSizeBetween(1, crew);
    for (int y = 0; y < height; y++) {
      assertThat(seen.get(y)).as("row %d", y).isEqualTo(1);
    }
  }

  @Test
  void anExecutorThatNeverRunsDelaysNothing() throws IOException {
    AtomicInteger rows = new AtomicInteger();
    walk(numbered(50), new Crew(task -> {}, 4))
        .walk(
            Blocks.fromStart(50, 1), () -> rows, (r, band, first, end) -> r.addAndGet(end - first));
    assertThat(rows).hasValue(50);
  }

  @Test
  void anExecutorThatRefusesDelaysNothing() throws IOException {
    Crew crew =
        new Crew(
            task -> {
              throw new RejectedExecutionException("full");
            },
            4);
    AtomicInteger rows = new AtomicInteger();
    walk(numbered(50), crew)
        .walk(
            Blocks.fromStart(50, 1), () -> rows, (r, band, first, end) -> r.addAndGet(end - first));
    assertThat(rows).hasValue(50);
  }

  @Test
  void aTaskThatRunsTooLateDoesNothing() throws IOException {
    List<Runnable> kept = new java.util.ArrayList<>();
    AtomicInteger parts = new AtomicInteger();
    walk(numbered(50), new Crew(kept::add, 3))
        .walk(Blocks.fromStart(50, 1), parts::incrementAndGet, (p, band, first, end) -> {});
    kept.forEach(Runnable::run);
    assertThat(kept).isNotEmpty();
    assertThat(parts).hasValue(1);
  }

  @Test
  void aTaskStillInTheQueueHoldsNoImage() throws IOException, InterruptedException {
    List<Runnable> queue = new java.util.ArrayList<>();
    WeakReference<PixelSource> image = walked(new Crew(queue::add, 3));
    for (int i = 0; i < 2_000 && image.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(image.get()).as("an image that was decoded whole").isNull();
    assertThat(queue).hasSize(2);
  }

  private static WeakReference<PixelSource> walked(Crew crew) throws IOException {
    PixelSource source = numbered(80);
    visitAll(source, crew, TestSamples.context());
    return new WeakReference<>(source);
  }

  @ParameterizedTest
  @CsvSource({"1", "4"})
  void aFailingReadEndsTheWalkWithItsFailure(int crew) {
    PixelSource broken = new FailingSource(numbered(80), new EOFException("row 40"));
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> visitAll(broken, new Crew(pool, crew), TestSamples.context()))
        .withMessage("row 40");
  }

  @ParameterizedTest
  @CsvSource({"1", "4"})
  void aFailingVisitorEndsTheWalkWithItsFailure(int crew) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                walk(numbered(80), new Crew(pool, crew))
                    .walk(
                        Blocks.fromStart(80, 1),
                        () -> 1,
                        (part, band, first, end) -> {
                          throw new IllegalStateException("no");
                        }));
  }

  @Test
  void noBandIsReadWhenAFailedWalkReturns() {
    AtomicInteger reading = new AtomicInteger();
    PixelSource slow = new SlowlyFailingSource(numbered(80), reading);
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> visitAll(slow, new Crew(pool, 4), TestSamples.context()));
      assertThat(reading).as("the caller closes the image now").hasValue(0);
    }
  }

  @Test
  void anInterruptCancels() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(LimitException.class)
          .isThrownBy(() -> visitAll(numbered(80), Crew.SOLO, TestSamples.context()))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void theDeadlineEndsTheWalk() {
    Limits noTime = Limits.defaults().withMaxDecodeTime(Duration.ofNanos(1));
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(
            () ->
                visitAll(
                    numbered(80), Crew.SOLO, new DecodeContext(noTime, ImageSelection.DEFAULT)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_TIME));
  }

  @Test
  void blocksThatTakeTooMuchMemoryAreALimit() {
    Limits little = Limits.defaults().withMaxDecodeBytes(WIDTH * 39L);
    DecodeContext context = new DecodeContext(little, ImageSelection.DEFAULT);
    BandWalk walk = new BandWalk(numbered(80), context, Crew.SOLO);
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(
            () -> walk.walk(Blocks.fromStart(80, 40), () -> 1, (part, band, first, end) -> {}))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_MEMORY));
  }

  private static void visitAll(PixelSource source, Crew crew, DecodeContext context)
      throws IOException {
    int height = source.info().height();
    new BandWalk(source, context, crew)
        .walk(Blocks.fromStart(height, 1), () -> 1, (part, band, first, end) -> {});
  }

  private static BandWalk walk(PixelSource source, Crew crew) {
    return TestSamples.walk(source, crew);
  }

  /** A picture whose rows begin with their numbers; so wide that a band is a few rows. */
  private static PixelSource numbered(int height) {
    byte[] samples = new byte[WIDTH * height];
    for (int y = 0; y < height; y++) {
      samples[y * WIDTH] = (byte) y;
    }
    return PixelSource.of(ImageInfo.of(WIDTH, height, 1, SampleType.U8), new byte[][] {samples});
  }

  /** Fails from its fortieth row on. */
  private record FailingSource(PixelSource source, IOException failure) implements PixelSource {

    @Override
    public ImageInfo info() {
      return source.info();
    }

    @Override
    public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
      if (firstRow + rowCount > 40) {
        throw failure;
      }
      source.readRows(firstRow, rowCount, band);
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  /** Fails in its first rows, at once, and is slow in all others. */
  private record SlowlyFailingSource(PixelSource source, AtomicInteger reading)
      implements PixelSource {

    @Override
    public ImageInfo info() {
      return source.info();
    }

    @Override
    public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
      reading.incrementAndGet();
      try {
        LockSupport.parkNanos(firstRow < 6 ? 100_000 : 5_000_000);
        if (firstRow < 6) {
          throw new EOFException("row " + firstRow);
        }
        source.readRows(firstRow, rowCount, band);
      } finally {
        reading.decrementAndGet();
      }
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
