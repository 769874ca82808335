package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrocat.thumbs.ThumbnailEvent.Outcome;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.Cleared;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.MemoryImageStore;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.CountingDecoder;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a host hears, and that a thousand callers share one attempt. */
final class ThumbnailListenerTest {

  private final List<ThumbnailEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final CountingDecoder decoder = new CountingDecoder();
  private final MapCache cache = new MapCache();
  private final ThumbnailGenerator thumbnails =
      ThumbnailGenerator.builder().onlyDecoders(decoder).cache(cache).listener(events::add).build();
  private final ThumbnailRequest request = request("m31.plain");

  @Test
  void eachAnswerIsOneEvent() {
    Thumbnail thumbnail = thumbnails.generate(request);
    thumbnails.generate(request);
    thumbnails.cached(request);
    thumbnails.cached(request.size(1));
    thumbnails.generateSizes(List.of(request, request.size(1)));
    assertThat(events)
        .extracting(ThumbnailEvent::outcome)
        .containsExactly(
            Outcome.RENDERED, Outcome.CACHED, Outcome.CACHED, Outcome.CACHED, Outcome.RENDERED);
    ThumbnailEvent rendered = events.get(0);
    assertThat(rendered.request().source().name()).isEqualTo("m31.plain");
    assertThat(rendered.request().size()).isEqualTo(800);
    assertThat(rendered.decoder()).hasValue("plain");
    assertThat(rendered.sourceBytes()).isEqualTo(8);
    assertThat(rendered.thumbnailBytes()).isEqualTo(thumbnail.bytes().length);
    assertThat(rendered.stages()).containsOnlyKeys(Stage.values());
    assertThat(rendered.stages().values()).allMatch(time -> time.compareTo(Duration.ZERO) > 0);
    assertThat(events.get(1).stages()).isEmpty();
    assertThat(events.get(1).thumbnailBytes()).isEqualTo(thumbnail.bytes().length);
  }

  @Test
  void failuresAreEventsWithTheirCodeAndMessage() {
    decoder.failWith(() -> DecodeException.noImage("tables only"));
    ThumbnailException first = fail(request);
    fail(request);
    assertThat(events)
        .extracting(ThumbnailEvent::outcome)
        .containsExactly(Outcome.FAILED, Outcome.FAILED_BEFORE);
    assertThat(events.get(0).failure()).hasValue(first);
    assertThat(events.get(1).failure().orElseThrow()).hasMessageContaining("tables only");
    assertThat(events).allMatch(event -> event.code().orElseThrow() == ErrorCode.NO_IMAGE);
    assertThat(events.get(0).decoder()).hasValue("plain");
    assertThat(events.get(0).sourceBytes()).isEqualTo(8);
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    try (ThumbnailGenerator generator =
        ThumbnailGenerator.builder()
            .onlyDecoders(decoder)
            .listener(
                event -> {
                  throw new IllegalStateException("on purpose");
                })
            .build()) {
      assertThat(generator.generate(request).width()).isEqualTo(2);
    }
  }

  @Test
  void aThousandRequestsForOneColdImageDecodeItOnce() throws Exception {
    byte[] one =
        atOnce(() -> thumbnails.generate(request).bytes()).stream().findAny().orElseThrow();
    assertThat(decoder.opened()).isEqualTo(1);
    assertThat(thumbnails.generate(request).bytes()).isEqualTo(one);
    assertThat(events).hasSize(1_001).filteredOn(e -> e.outcome() == Outcome.RENDERED).hasSize(1);
  }

  @Test
  void aFirstCallerWhoGivesUpTakesThePictureFromNobody() throws Exception {
    decoder.failWith(
        () -> {
          decoder.succeed();
          LockSupport.parkNanos(200_000_000);
          return new LimitException(ErrorCode.CANCELLED, "gave up");
        });
    AtomicInteger cancelled = new AtomicInteger();
    List<byte[]> answers =
        atOnce(
            () -> {
              try {
                return thumbnails.generate(request).bytes();
              } catch (LimitException e) {
                cancelled.incrementAndGet();
                return thumbnails.generate(request).bytes();
              }
            });
    assertThat(answers).hasSize(1_000);
    assertThat(cancelled).as("but the first").hasValue(1);
    assertThat(decoder.opened()).isEqualTo(2);
  }

  @Test
  void aThousandRequestsForOneBrokenImageTryItOnce() throws Exception {
    decoder.failWith(() -> DecodeException.malformed("broken"));
    atOnce(
        () -> {
          fail(request);
          return new byte[0];
        });
    assertThat(decoder.opened()).isEqualTo(1);
    assertThat(events).hasSize(1_000).filteredOn(e -> e.outcome() == Outcome.FAILED).hasSize(1);
  }

  @Test
  void oneClearForCacheStoreAndStatistics() {
    MemoryImageStore store = new MemoryImageStore();
    List<CacheStatistics> saved = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ThumbnailRequest some = request(i + ".plain");
      store.put(ImageRecord.of("id" + i, some.source()));
      String location = thumbnails.generate(some).location().orElseThrow();
      store.saveThumbnail("id" + i, location, Instant.EPOCH);
    }
    assertThat(thumbnails.clear(store, saved::add)).isEqualTo(new Cleared(3, 3));
    assertThat(store.page(java.util.Optional.<Path>empty(), java.util.Optional.empty(), 9))
        .allMatch(image -> image.thumbnail().isEmpty());
    assertThat(saved).containsExactly(CacheStatistics.NONE);
    assertThat(thumbnails.clear(store, saved::add)).as("again").isEqualTo(new Cleared(0, 0));
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(
            () ->
                thumbnails.clear(
                    store,
                    statistics -> {
                      throw new IllegalStateException("database down");
                    }))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HOST_FAILURE));
  }

  /** All answers, which must be equal. */
  private static List<byte[]> atOnce(Callable<byte[]> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(1_000);
    try {
      List<byte[]> answers = new ArrayList<>();
      for (Future<byte[]> answer : threads.invokeAll(Collections.nCopies(1_000, call))) {
        answers.add(answer.get());
      }
      assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.get(0)));
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private ThumbnailException fail(ThumbnailRequest wanted) {
    return catchThrowableOfType(DecodeException.class, () -> thumbnails.generate(wanted));
  }

  private static ThumbnailRequest request(String name) {
    return ThumbnailRequest.of(
        ImageSource.of(name, PlainDecoder.file(2, 1, (short) 5, (short) 900)));
  }
}
