package dev.astrocat.thumbs.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GuardedCacheTest {

  @Test
  void whateverACacheThrowsIsAnIoException() {
    GuardedCache cache = new GuardedCache(new LostCache(new AtomicBoolean()));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> cache.read("a"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> cache.write("a", new byte[1]));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> cache.delete("a"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> cache.touch("a"));
    assertThatExceptionOfType(IOException.class).isThrownBy(cache::space);
    assertThatExceptionOfType(IOException.class).isThrownBy(cache::tidying);
  }

  @Test
  void aListingThatFailsOnTheWayIsACacheFailureAndClosed() {
    AtomicBoolean closed = new AtomicBoolean();
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().cache(new LostCache(closed)).build()) {
      assertThatExceptionOfType(CacheException.class)
          .isThrownBy(thumbnails::cacheStatistics)
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CACHE_IO));
    }
    assertThat(closed).isTrue();
  }

  private static IllegalStateException gone() {
    return new IllegalStateException("the bucket is gone");
  }

  /** A cache of an object store that is gone; its listing fails on the second page. */
  private record LostCache(AtomicBoolean closed) implements ThumbnailCache {

    @Override
    public Optional<byte[]> read(String name) {
      throw gone();
    }

    @Override
    public String write(String name, byte[] bytes) {
      throw gone();
    }

    @Override
    public boolean delete(String name) {
      throw gone();
    }

    @Override
    public void touch(String name) {
      throw gone();
    }

    @Override
    public Optional<CacheSpace> space() {
      throw gone();
    }

    @Override
    public Optional<Closeable> tidying() {
      throw gone();
    }

    @Override
    public Stream<CachedFile> list() {
      return Stream.of("a", "b").map(GuardedCacheTest::secondPage).onClose(() -> closed.set(true));
    }
  }

  private static CachedFile secondPage(String name) {
    if (name.equals("b")) {
      throw gone();
    }
    return new CachedFile(name, 1, Instant.EPOCH);
  }
}
