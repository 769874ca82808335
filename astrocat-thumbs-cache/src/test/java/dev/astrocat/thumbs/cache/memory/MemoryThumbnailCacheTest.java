package dev.astrocat.thumbs.cache.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.testing.ThumbnailCacheContract;
import org.junit.jupiter.api.Test;

final class MemoryThumbnailCacheTest extends ThumbnailCacheContract {

  private final MemoryThumbnailCache cache = new MemoryThumbnailCache(1 << 20);

  @Override
  protected ThumbnailCache cache() {
    return cache;
  }

  @Test
  void theEntryThatWasNotReadForLongestGoesFirst() {
    MemoryThumbnailCache small = new MemoryThumbnailCache(3 * 1256);
    small.write("a", new byte[1000]);
    small.write("b", new byte[1000]);
    small.write("c", new byte[1000]);
    assertThat(small.read("a")).isPresent();
    small.write("d", new byte[1000]);
    assertThat(small.list().map(CachedFile::name)).containsExactlyInAnyOrder("a", "c", "d");
  }

  @Test
  void replacingAnEntryFreesItsBytes() {
    MemoryThumbnailCache small = new MemoryThumbnailCache(3 * 1256);
    small.write("a", new byte[1000]);
    for (int i = 0; i < 50; i++) {
      small.write("b", new byte[2000]);
    }
    assertThat(small.list().map(CachedFile::name)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void anEntryLargerThanTheCacheIsNotKept() {
    MemoryThumbnailCache small = new MemoryThumbnailCache(1000);
    assertThat(small.write("a", new byte[1000])).isEqualTo("memory:a");
    assertThat(small.list()).isEmpty();
  }

  @Test
  void aCacheHoldsSomething() {
    assertThatThrownBy(() -> new MemoryThumbnailCache(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
