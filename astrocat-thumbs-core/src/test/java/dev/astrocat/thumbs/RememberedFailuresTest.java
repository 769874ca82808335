package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import dev.astrocat.thumbs.testing.CountingDecoder;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A broken file is tried once, and not for ever. */
final class RememberedFailuresTest {

  private static final byte[] WHOLE = PlainDecoder.file(2, 1, (short) 5, (short) 900);

  private final MapCache cache = new MapCache();
  private final CountingDecoder decoder = new CountingDecoder();
  private final ThumbnailGenerator thumbnails = generator(Limits.defaults());
  private final ThumbnailRequest request = request("etag-1");

  @Test
  void theSecondRequestForTheSameBytesFailsWithoutDecoding() {
    decoder.failWith(() -> DecodeException.malformed("PLAIN: BITPIX = 7\nis no | number > 0"));
    ThumbnailException first = failure(request);
    ThumbnailException second = failure(request);
    assertThat(decoder.opened()).isEqualTo(1);
    assertThat(first.isRemembered()).isFalse();
    assertThat(second.isRemembered()).isTrue();
    assertThat(second).hasSameClassAs(first).hasMessage(first.getMessage());
    assertThat(second.code()).isEqualTo(ErrorCode.DATA_MALFORMED);
    assertThat(failure(request.size(64).format(OutputFormat.PNG)).isRemembered()).isTrue();
    assertThat(thumbnails.cacheStatistics()).isEqualTo(CacheStatistics.NONE);
    assertThat(names()).singleElement().asString().matches("m31_[0-9a-f]{8}_failed_[0-9a-f]{8}");
  }

  @Test
  void eachKindComesBackAsItWas() {
    List<Supplier<Throwable>> failures =
        List.of(
            () -> new SourceException(ErrorCode.FORMAT_UNKNOWN, "a"),
            () -> DecodeException.unsupported("b"),
            () -> new EOFException("c"),
            () -> DecodeException.noImage("d"),
            () -> new RenderException(ErrorCode.NO_VALID_PIXELS, "e"),
            () -> new LimitException(ErrorCode.LIMIT_DIMENSIONS, "f"),
            () -> new LimitException(ErrorCode.LIMIT_MEMORY, "g"),
            () -> new DecodeException(ErrorCode.NATIVE_CRASH, "h", null),
            () -> new IllegalStateException("i"));
    for (int i = 0; i < failures.size(); i++) {
      decoder.failWith(failures.get(i));
      ThumbnailException first = failure(request("kind-" + i));
      ThumbnailException second = failure(request("kind-" + i));
      assertThat(second.isRemembered()).as("%s", first).isTrue();
      assertThat(second).hasSameClassAs(first).hasMessage(first.getMessage());
      assertThat(second.code()).isEqualTo(first.code());
    }
    assertThat(decoder.opened()).isEqualTo(failures.size());
  }

  @Test
  void whatMayPassIsTriedAgain() {
    List<Supplier<Throwable>> failures =
        List.of(
            () -> new SourceException(ErrorCode.SOURCE_CHANGED, "a"),
            () -> new LimitException(ErrorCode.LIMIT_TIME, "b"),
            () -> new LimitException(ErrorCode.LIMIT_MEMORY, "of a worker", new Exception("died")),
            () -> new OutOfMemoryError("c"),
            () -> new NoClassDefFoundError("d"),
            () -> DecodeException.malformed("e", new Exception(new StackOverflowError())),
            () -> new RenderException(ErrorCode.STRETCH_FAILED, "f"));
    failures.forEach(
        thrown -> {
          decoder.failWith(thrown);
          assertThat(failure(request).isRemembered()).isFalse();
          assertThat(failure(request).isRemembered()).isFalse();
        });
    int aloneWithTheHeap = 2; // whoever finds it full is tried once more when all others are done
    assertThat(decoder.opened()).isEqualTo(2 * failures.size() + aloneWithTheHeap);
    assertThat(names()).isEmpty();
  }

  @Test
  void theCacheTellsWhatItRemembers() {
    assertThat(thumbnails.shelved(request)).isEqualTo(Shelved.MISSING);
    thumbnails.generate(request);
    assertThat(thumbnails.shelved(request)).isEqualTo(Shelved.CURRENT);
    ThumbnailRequest changed = request("etag-2");
    assertThat(thumbnails.shelved(changed)).isEqualTo(Shelved.STALE);
    assertThat(thumbnails.cached(changed)).isEmpty();
    decoder.failWith(() -> DecodeException.malformed("broken"));
    failure(changed);
    assertThat(thumbnails.shelved(changed)).isEqualTo(Shelved.FAILED);
    assertThatThrownBy(() -> thumbnails.cached(changed))
        .isInstanceOf(DecodeException.class)
        .matches(e -> ((ThumbnailException) e).isRemembered());
    assertThat(thumbnails.cached(changed.reuse(Reuse.THUMBNAILS))).isEmpty();
    assertThat(thumbnails.shelved(request("etag-3"))).isEqualTo(Shelved.STALE);
    decoder.update("1.1");
    assertThat(thumbnails.shelved(changed)).as("another decoder").isEqualTo(Shelved.STALE);
    assertThat(decoder.opened()).isEqualTo(2);
  }

  @Test
  void otherBytesAreTried() {
    breakSource();
    decoder.succeed();
    assertThat(thumbnails.generate(request("etag-2")).width()).isEqualTo(2);
  }

  @Test
  void otherChoicesAreTried() {
    breakSource();
    decoder.succeed();
    assertThat(thumbnails.generate(request.demosaic(Demosaic.OFF)).width()).isEqualTo(2);
  }

  @Test
  void anotherVersionOfTheDecoderHeals() {
    breakSource();
    decoder.succeed();
    decoder.update("1.1");
    assertThat(thumbnails.generate(request).width()).isEqualTo(2);
  }

  @Test
  void largerLimitsHeal() {
    breakSource();
    decoder.succeed();
    try (ThumbnailGenerator larger = generator(Limits.defaults().withMaxPixels(1L << 40))) {
      assertThat(larger.generate(request).width()).isEqualTo(2);
    }
  }

  @Test
  void whoeverAsksForItTriesAgain() {
    breakSource();
    assertThat(failure(request.reuse(Reuse.THUMBNAILS)).isRemembered()).isFalse();
    assertThat(failure(request.reuse(Reuse.NONE)).isRemembered()).isFalse();
    assertThat(failure(request).isRemembered()).isTrue();
    decoder.succeed();
    assertThat(thumbnails.generate(request.reuse(Reuse.THUMBNAILS)).width()).isEqualTo(2);
    assertThat(names()).as("forgotten").noneMatch(name -> name.contains("_failed"));
  }

  @Test
  void withoutReuseTheThumbnailIsMadeAnew() {
    thumbnails.generate(request);
    assertThat(thumbnails.generate(request.reuse(Reuse.THUMBNAILS)).origin())
        .isEqualTo(Thumbnail.Origin.CACHED);
    assertThat(thumbnails.generate(request.reuse(Reuse.NONE)).origin())
        .isEqualTo(Thumbnail.Origin.RENDERED);
    assertThat(thumbnails.cached(request.reuse(Reuse.NONE))).isEmpty();
    assertThat(thumbnails.cached(request)).isPresent();
  }

  @Test
  void aClearForgets() {
    breakSource();
    assertThat(thumbnails.clearCache()).isEqualTo(1);
    decoder.succeed();
    assertThat(thumbnails.generate(request).width()).isEqualTo(2);
  }

  @Test
  void aFailureOfBeforeAClearIsNotKept() {
    decoder.failWith(
        () -> {
          thumbnails.clearCache();
          return DecodeException.malformed("broken");
        });
    failure(request);
    assertThat(names()).noneMatch(name -> name.contains("_failed"));
  }

  @Test
  void aTornMemoryIsNone() {
    breakSource();
    String name = names().get(0);
    byte[] sealed = cache.read(name).orElseThrow();
    for (int i = 0; i < sealed.length; i++) {
      byte[] torn = sealed.clone();
      torn[i] ^= 1;
      cache.write(name, torn);
      assertThat(failure(request).isRemembered()).as("byte %d", i).isFalse();
    }
  }

  private void breakSource() {
    decoder.failWith(() -> DecodeException.malformed("broken"));
    failure(request);
    assertThat(failure(request).isRemembered()).isTrue();
  }

  private ThumbnailException failure(ThumbnailRequest wanted) {
    return catchThrowableOfType(ThumbnailException.class, () -> thumbnails.generate(wanted));
  }

  private ThumbnailGenerator generator(Limits limits) {
    return ThumbnailGenerator.builder().onlyDecoders(decoder).cache(cache).limits(limits).build();
  }

  private List<String> names() {
    try (Stream<CachedFile> files = cache.list()) {
      return files
          .map(CachedFile::name)
          .filter(name -> !name.equals("astrocat_generation"))
          .toList();
    }
  }

  private static ThumbnailRequest request(String version) {
    return ThumbnailRequest.of(
        ImageSource.stream(
            "s3://b/m31.plain", new SourceVersion(version), () -> new ByteArrayInputStream(WHOLE)));
  }
}
