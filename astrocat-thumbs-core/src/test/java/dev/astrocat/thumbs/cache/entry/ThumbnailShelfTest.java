package dev.astrocat.thumbs.cache.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.Thumbnail.Origin;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.source.SourceVersion;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ThumbnailShelfTest {

  private final MapCache cache = new MapCache();
  private final ThumbnailShelf shelf = new ThumbnailShelf(cache, TestThumbnails.ENCODERS);
  private final ThumbnailRequest request =
      TestThumbnails.request("s3://b/m31.fits", TestThumbnails.VERSION);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBP")
  void whatIsStoredIsFoundWithItsWholeReport(OutputFormat format) {
    Thumbnail rendered = TestThumbnails.rendered(format, 40, 30);
    Thumbnail stored =
        shelf.store(shelf.generation(), request.format(format), TestThumbnails.VERSION, rendered);
    Thumbnail found = shelf.find(request.format(format)).orElseThrow();
    assertThat(found.report()).isEqualTo(rendered.report());
    assertThat(found.bytes()).isEqualTo(stored.bytes());
    assertThat(found.etag()).isEqualTo(stored.etag());
    assertThat(new int[] {found.width(), found.height()}).containsExactly(40, 30);
    assertThat(found.origin()).isEqualTo(Origin.CACHED);
    assertThat(stored.origin()).isEqualTo(Origin.RENDERED);
    assertThat(stored.location()).hasValue("map:" + EntryName.of(request.format(format)));
  }

  @Test
  void nothingIsFoundInAnEmptyCache() {
    assertThat(shelf.find(request)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBP")
  void aTornEntryIsAMissAtEveryLength(OutputFormat format) {
    byte[] entry = stored(format);
    for (int length = 0; length < entry.length; length++) {
      put(format, Arrays.copyOf(entry, length));
      assertThat(shelf.find(request.format(format))).as("cut to %d bytes", length).isEmpty();
    }
    put(format, Arrays.copyOf(entry, entry.length + 1));
    assertThat(shelf.find(request.format(format))).as("one byte more").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBP")
  void anEntryWithAnyBitFlippedIsAMiss(OutputFormat format) {
    byte[] entry = stored(format);
    for (int bit = 0; bit < entry.length * 8; bit++) {
      byte[] damaged = entry.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      put(format, damaged);
      assertThat(shelf.find(request.format(format))).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void randomBytesAreMisses() {
    Random random = new Random(5);
    byte[] entry = stored(OutputFormat.JPEG);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = entry.clone();
      for (int n = random.nextInt(40); n >= 0; n--) {
        damaged[random.nextInt(Math.min(600, damaged.length))] = (byte) random.nextInt();
      }
      put(OutputFormat.JPEG, damaged);
      assertThatCode(() -> shelf.find(request)).doesNotThrowAnyException();
    }
  }

  @Test
  void aForeignPictureUnderOurNameIsAMissAndReplaced() {
    put(OutputFormat.JPEG, TestThumbnails.rendered(OutputFormat.JPEG, 40, 30).bytes());
    assertThat(shelf.find(request)).isEmpty();
    stored(OutputFormat.JPEG);
    assertThat(shelf.find(request)).isPresent();
  }

  @Test
  void theEntryOfAnotherSourceUnderOurNameIsAMiss() {
    ThumbnailRequest other = TestThumbnails.request("s3://other/m31.fits", TestThumbnails.VERSION);
    shelf.store(
        shelf.generation(),
        other,
        TestThumbnails.VERSION,
        TestThumbnails.rendered(OutputFormat.JPEG, 40, 30));
    put(OutputFormat.JPEG, cache.read(EntryName.of(other)).orElseThrow());
    assertThat(shelf.find(request)).isEmpty();
  }

  @Test
  void anEntryOfAnotherVersionIsAMiss() {
    stored(OutputFormat.JPEG);
    assertThat(shelf.find(TestThumbnails.request("s3://b/m31.fits", new SourceVersion("etag-2"))))
        .isEmpty();
  }

  @Test
  void anEntryForOtherChoicesIsAMiss() {
    stored(OutputFormat.JPEG);
    assertThat(EntryName.of(request.subframe(Subframe.YES))).isEqualTo(EntryName.of(request));
    assertThat(shelf.find(request.subframe(Subframe.YES))).isEmpty();
    assertThat(shelf.find(request.size(320))).isEmpty();
    assertThat(shelf.find(request.look(Look.PIXINSIGHT))).isEmpty();
    assertThat(shelf.find(request.demosaic(Demosaic.OFF))).isEmpty();
    byte[] entry = cache.read(EntryName.of(request)).orElseThrow();
    cache.write(EntryName.of(request.size(320)), entry);
    assertThat(shelf.find(request.size(320))).as("copied under another name").isEmpty();
  }

  @Test
  void theLaterOfTwoChoicesUnderOneNameTakesThePlace() {
    stored(OutputFormat.JPEG);
    ThumbnailRequest subframe = request.subframe(Subframe.YES);
    shelf.store(
        shelf.generation(),
        subframe,
        TestThumbnails.VERSION,
        TestThumbnails.rendered(OutputFormat.JPEG, 20, 10));
    assertThat(shelf.find(subframe)).isPresent();
    assertThat(shelf.find(request)).isEmpty();
    assertThat(shelf.statistics().count()).isEqualTo(1);
  }

  @Test
  void aFormatWithoutEncoderIsNotKept() {
    Thumbnail rendered = TestThumbnails.rendered(OutputFormat.PNG, 40, 30);
    ThumbnailRequest webp = request.format(OutputFormat.WEBP);
    assertThat(shelf.store(shelf.generation(), webp, TestThumbnails.VERSION, rendered))
        .isSameAs(rendered);
    assertThat(shelf.find(webp)).isEmpty();
  }

  @Test
  void aCacheThatFailsCostsNoPicture() {
    ThumbnailShelf failing = new ThumbnailShelf(new FailingCache(), TestThumbnails.ENCODERS);
    Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 40, 30);
    assertThat(failing.find(request)).isEmpty();
    assertThatThrownBy(failing::statistics)
        .isInstanceOfSatisfying(
            CacheException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CACHE_IO));
    Thumbnail given =
        failing.store(failing.generation(), request, TestThumbnails.VERSION, rendered);
    assertThat(given.location()).isEmpty();
    assertThat(given.report()).isEqualTo(rendered.report());
    Thumbnail kept = shelf.store(shelf.generation(), request, TestThumbnails.VERSION, rendered);
    assertThat(given.bytes()).as("as a cache would keep it").isEqualTo(kept.bytes());
  }

  private byte[] stored(OutputFormat format) {
    return shelf
        .store(
            shelf.generation(),
            request.format(format),
            TestThumbnails.VERSION,
            TestThumbnails.rendered(format, 12, 9))
        .bytes();
  }

  private void put(OutputFormat format, byte[] bytes) {
    cache.write(EntryName.of(request.format(format)), bytes);
  }

  /** A cache whose disk is full and broken. */
  private static final class FailingCache implements ThumbnailCache {

    @Override
    public Optional<byte[]> read(String name) throws IOException {
      throw new IOException("read");
    }

    @Override
    public String write(String name, byte[] bytes) throws IOException {
      throw new IOException("no space left");
    }

    @Override
    public boolean delete(String name) throws IOException {
      throw new IOException("delete");
    }

    @Override
    public Stream<CachedFile> list() throws IOException {
      throw new IOException("list");
    }
  }
}
