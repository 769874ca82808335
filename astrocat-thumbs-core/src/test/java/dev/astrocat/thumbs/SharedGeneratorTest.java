package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.admission.DecodeBudget;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One generator that many threads share. */
@Timeout(120)
final class SharedGeneratorTest {

  private static final long MEBIBYTE = 1L << 20;
  private static final int PERMITS = 2;

  private final HungryDecoder decoder = new HungryDecoder();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ThumbnailGenerator thumbnails = generator(100 * MEBIBYTE);

  private ThumbnailGenerator generator(long bytes) {
    return ThumbnailGenerator.builder()
        .onlyDecoders(decoder)
        .limits(Limits.defaults().withMaxDecodeBytes(1L << 40))
        .budget(new DecodeBudget(bytes, PERMITS))
        .build();
  }

  @AfterEach
  void end() throws InterruptedException {
    decoder.gate.countDown();
    thumbnails.close();
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(thumbnails.budget().running()).isZero();
    assertThat(thumbnails.budget().waiting()).isZero();
  }

  @Test
  void manyThatTogetherNeedMoreThanThereIsAllSucceed() throws Exception {
    decoder.gate.countDown();
    decoder.needs = 60 * MEBIBYTE;
    List<Future<Thumbnail>> all = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      ThumbnailRequest request = request("frame-" + i);
      all.add(threads.submit(() -> thumbnails.generate(request)));
    }
    for (Future<Thumbnail> one : all) {
      assertThat(one.get().width()).isEqualTo(2);
    }
    assertThat(decoder.mostHeld.get()).isLessThanOrEqualTo(100 * MEBIBYTE);
    // After the first ones, it is known what such frames need.
    assertThat(decoder.opened.get()).isLessThanOrEqualTo(32 + 2 * PERMITS);
  }

  @Test
  void oneThatNeedsMoreThanTheWholeBudgetIsDecodedAlone() throws Exception {
    decoder.gate.countDown();
    decoder.needs = 5_000 * MEBIBYTE;
    List<Future<Thumbnail>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ThumbnailRequest request = request("frame-" + i);
      all.add(threads.submit(() -> thumbnails.generate(request)));
    }
    for (Future<Thumbnail> one : all) {
      one.get();
    }
    assertThat(decoder.mostHeld.get()).isEqualTo(5_000 * MEBIBYTE);
  }

  @Test
  void aLesserPictureForWantOfMemoryIsNotTaken() throws Exception {
    decoder.needs = 60 * MEBIBYTE;
    decoder.mayFallBack = true;
    Future<Thumbnail> first = threads.submit(() -> thumbnails.generate(request("a")));
    decoder.begun.await();
    Future<Thumbnail> second = threads.submit(() -> thumbnails.generate(request("b")));
    while (decoder.fallenBack.get() == 0) {
      Thread.onSpinWait();
    }
    decoder.gate.countDown();
    assertThat(first.get().width()).isEqualTo(2);
    assertThat(second.get().width()).isEqualTo(2);
  }

  @Test
  void aFullHeapIsTriedOnceMoreAloneAndIsTransient() {
    decoder.gate.countDown();
    decoder.heapIsFull.set(1);
    assertThat(thumbnails.generate(request("a")).width()).isEqualTo(2);
    decoder.heapIsFull.set(Integer.MAX_VALUE);
    assertFails(() -> thumbnails.generate(request("b")), ErrorCode.OUT_OF_MEMORY);
    assertThat(ErrorCode.OUT_OF_MEMORY.isTransient()).isTrue();
  }

  @Test
  void whoMayNotWaitIsToldSoAndTheFailureIsTransient() throws Exception {
    occupy(Priority.BULK);
    occupy(Priority.BULK);
    ThumbnailRequest impatient =
        request("c").priority(Priority.NEW).longestWait(Duration.ofMillis(20));
    assertFails(() -> thumbnails.generate(impatient), ErrorCode.BUSY);
    assertThat(ErrorCode.BUSY.isTransient()).isTrue();
    assertFails(() -> join(thumbnails.generateAsync(impatient)), ErrorCode.BUSY);
  }

  @Test
  void aPersonGoesBesideBulkWork() throws Exception {
    occupy(Priority.BULK);
    occupy(Priority.BULK);
    CompletableFuture<Thumbnail> bulk =
        thumbnails.generateAsync(request("bulk").priority(Priority.BULK));
    int before = decoder.opened.get();
    CompletableFuture<Thumbnail> person = thumbnails.generateAsync(request("person"));
    while (decoder.opened.get() == before) {
      Thread.onSpinWait();
    }
    assertThat(decoder.names).last().isEqualTo("person");
    decoder.gate.countDown();
    join(person);
    join(bulk);
  }

  @Test
  void waitingIsNotDecodingTime() throws Exception {
    ThumbnailGenerator hasty =
        ThumbnailGenerator.builder()
            .onlyDecoders(decoder)
            .limits(Limits.defaults().withMaxDecodeTime(Duration.ofSeconds(2)))
            .budget(new DecodeBudget(100 * MEBIBYTE, 1))
            .build();
    try (hasty) {
      decoder.sleeps = Duration.ofMillis(700);
      decoder.gate.countDown();
      List<CompletableFuture<Thumbnail>> all =
          IntStream.range(0, 4)
              .mapToObj(i -> request("frame-" + i).priority(Priority.NEW))
              .map(hasty::generateAsync)
              .toList();
      all.forEach(SharedGeneratorTest::join);
    }
  }

  @Test
  void rowsThatStillArriveExtendTheDeadlineButNotForEver() {
    decoder.gate.countDown();
    Limits limits = Limits.defaults().withMaxDecodeTime(Duration.ofMillis(600));
    try (ThumbnailGenerator hasty =
        ThumbnailGenerator.builder().onlyDecoders(decoder).limits(limits).build()) {
      decoder.rows = 320; // ten bands, read twice
      decoder.sleepsPerBand = Duration.ofMillis(50);
      assertThat(hasty.generate(request("slow")).report().sourceHeight()).isEqualTo(320);
      decoder.sleepsPerBand = Duration.ofMillis(350);
      assertFails(() -> hasty.generate(request("endless")), ErrorCode.LIMIT_TIME);
      decoder.sleepsPerBand = Duration.ofMillis(900);
      assertFails(() -> hasty.generate(request("hanging")), ErrorCode.LIMIT_TIME);
    }
  }

  @Test
  void manyResultsComeInOrderAndFailuresAmongThem() {
    decoder.gate.countDown();
    List<ThumbnailRequest> requests =
        IntStream.range(0, 50)
            .mapToObj(i -> request(i % 7 == 3 ? "broken-" + i : "frame-" + i))
            .toList();
    try (Stream<ThumbnailResult> results = thumbnails.generateEach(requests)) {
      List<ThumbnailResult> all = results.toList();
      assertThat(all).extracting(ThumbnailResult::request).isEqualTo(requests);
      for (int i = 0; i < 50; i++) {
        assertThat(all.get(i).failure().isPresent()).isEqualTo(i % 7 == 3);
      }
      assertFails(() -> all.get(3).orThrow(), ErrorCode.DATA_MALFORMED);
      assertThat(all.get(0).orThrow().width()).isEqualTo(2);
    }
  }

  @Test
  void aStreamReadsItsRequestsAsItIsReadAndClosingItGivesUpTheRest() {
    AtomicInteger asked = new AtomicInteger();
    decoder.gate.countDown();
    Iterable<ThumbnailRequest> endless =
        () ->
            IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> request("frame-" + asked.incrementAndGet()))
                .iterator();
    try (Stream<ThumbnailResult> results = thumbnails.generateEach(endless)) {
      assertThat(results.limit(3)).hasSize(3);
    }
    assertThat(asked.get()).isLessThan(30);
  }

  @Test
  void closingFinishesWhatIsDecodedAndRefusesAllElse() throws Exception {
    List<CompletableFuture<Thumbnail>> running = new ArrayList<>();
    running.add(occupy(Priority.NEW));
    running.add(occupy(Priority.NEW));
    CompletableFuture<Thumbnail> waiting =
        thumbnails.generateAsync(request("waits").priority(Priority.NEW));
    Future<Thumbnail> blocking =
        threads.submit(() -> thumbnails.generate(request("blocks").priority(Priority.NEW)));
    while (thumbnails.budget().waiting() == 0) {
      Thread.onSpinWait();
    }
    Future<?> closing = threads.submit(thumbnails::close);
    assertFails(() -> join(waiting), ErrorCode.CLOSED);
    assertThatThrownBy(blocking::get).hasCauseInstanceOf(LimitException.class);
    assertFails(() -> thumbnails.generate(request("later")), ErrorCode.CLOSED);
    assertFails(() -> thumbnails.generateAsync(request("later")), ErrorCode.CLOSED);
    assertFails(() -> thumbnails.inspect(request("later").source()), ErrorCode.CLOSED);
    assertThat(ErrorCode.CLOSED.isTransient()).isFalse();
    assertThat(closing.isDone()).isFalse();
    decoder.gate.countDown();
    closing.get();
    running.forEach(SharedGeneratorTest::join);
  }

  /** A decode that is under way until the gate opens. */
  private CompletableFuture<Thumbnail> occupy(Priority priority) {
    int before = decoder.opened.get();
    CompletableFuture<Thumbnail> started =
        thumbnails.generateAsync(request("occupies-" + before).priority(priority));
    while (decoder.opened.get() == before) {
      Thread.onSpinWait();
    }
    return started;
  }

  private static ThumbnailRequest request(String name) {
    return ThumbnailRequest.of(ImageSource.of(name, PlainDecoder.file(2, 1, (short) 1, (short) 2)));
  }

  private static Thumbnail join(CompletableFuture<Thumbnail> thumbnail) {
    try {
      return thumbnail.join();
    } catch (CompletionException e) {
      throw (ThumbnailException) e.getCause();
    }
  }

  private static void assertFails(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  /** Takes memory, waits at a gate, and can fail in some ways. */
  private static final class HungryDecoder implements FormatDecoder {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger fallenBack = new AtomicInteger();
    private final AtomicInteger heapIsFull = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong mostHeld = new AtomicLong();
    private final List<String> names = new CopyOnWriteArrayList<>();
    private volatile long needs = MEBIBYTE;
    private volatile boolean mayFallBack;
    private volatile int rows = 1;
    private volatile Duration sleeps = Duration.ZERO;
    private volatile Duration sleepsPerBand = Duration.ZERO;

    @Override
    public String id() {
      return "hungry";
    }

    @Override
    public Set<String> extensions() {
      return Set.of();
    }

    @Override
    public Match probe(SourceHead head) {
      return Match.BY_CONTENT;
    }

    @Override
    public PixelSource open(SourceBytes source, DecodeContext context) {
      names.add(source.name());
      opened.incrementAndGet();
      if (source.name().startsWith("broken")) {
        throw DecodeException.malformed("broken");
      }
      try {
        context.reserve(needs);
      } catch (LimitException e) {
        if (!mayFallBack) {
          throw e;
        }
        fallenBack.incrementAndGet();
        return new Rows(this, 1, 1, 0);
      }
      if (heapIsFull.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new OutOfMemoryError("made up");
      }
      mostHeld.accumulateAndGet(held.addAndGet(needs), Math::max);
      begun.countDown();
      pause(gate, sleeps);
      return new Rows(this, rows == 1 ? 2 : 4_000, rows, needs);
    }

    private static void pause(CountDownLatch gate, Duration sleeps) {
      try {
        gate.await();
        Thread.sleep(sleeps.toMillis());
      } catch (InterruptedException e) {
        throw new LimitException(ErrorCode.CANCELLED, "interrupted", e);
      }
    }
  }

  private record Rows(HungryDecoder decoder, int width, int height, long held)
      implements PixelSource {

    @Override
    public ImageInfo info() {
      return ImageInfo.of(width, height, 1, SampleType.U16).withNature(PixelNature.LINEAR);
    }

    @Override
    public void readRows(int firstRow, int rowCount, RowBand band) {
      HungryDecoder.pause(decoder.gate, decoder.sleepsPerBand);
      for (int i = 0; i < rowCount * width; i++) {
        ((short[]) band.plane(0))[i] = (short) i;
      }
    }

    @Override
    public void close() {
      decoder.held.addAndGet(-held);
    }
  }
}
