package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full, read-only, or taken away: a picture for each request, and healing. */
final class SmallDiskTest {

  private static final long DISK_BYTES = 16L << 20;

  @TempDir Path folder;

  @Test
  void onAFullDiskEachRequestIsAnsweredAndNothingIsTorn() throws Exception {
    try (SmallDisk mounted = SmallDisk.on(folder)) {
      assertThat(mounted).isNotNull();
      fillTheDisk(CacheLimits.defaults());
      fillTheDisk(CacheLimits.defaults().withMinFreeBytes(0));
      fillTheDisk(CacheLimits.defaults().withMaxBytes(DISK_BYTES / 2));
    }
  }

  private void fillTheDisk(CacheLimits limits) throws IOException {
    ThumbnailShelf shelf = shelf(limits);
    Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 1_200, 900);
    int kept = 0;
    for (int i = 0; i < 2_000; i++) {
      Thumbnail stored = store(shelf, i, rendered);
      assertThat(stored.bytes().length).isGreaterThan(10_000);
      kept += stored.location().isPresent() ? 1 : 0;
    }
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      found += shelf.find(RandomCacheUser.request(i)).isPresent() ? 1 : 0;
    }
    assertThat((long) found).as("nothing torn").isEqualTo(shelf.statistics().count()).isPositive();
    assertThat(kept).isGreaterThanOrEqualTo(found);
    assertThat(folder.toFile().list((f, name) -> name.endsWith(".tmp"))).isEmpty();
    Instant cleared = Instant.now();
    assertThat(shelf.clear()).isEqualTo(found);
    assertThat(store(shelf, 1, rendered).location()).as("heals").isPresent();
    assertThat(Duration.between(cleared, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private static Thumbnail store(ThumbnailShelf shelf, int number, Thumbnail rendered) {
    return shelf.store(
        shelf.generation(), RandomCacheUser.request(number), TestThumbnails.VERSION, rendered);
  }

  @Test
  void aDiskThatBecameReadOnlyIsReadAndHeals() throws Exception {
    try (SmallDisk mounted = SmallDisk.on(folder)) {
      Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 64, 48);
      ThumbnailShelf shelf = shelf(CacheLimits.defaults());
      store(shelf, 1, rendered);
      mounted.remount("ro");
      for (ThumbnailShelf some : new ThumbnailShelf[] {shelf, shelf(CacheLimits.defaults())}) {
        assertThat(some.find(RandomCacheUser.request(1))).isPresent();
        assertThat(store(some, 2, rendered).bytes()).isNotEmpty();
        assertThat(store(some, 2, rendered).location()).isEmpty();
        assertThatThrownBy(some::clear).isInstanceOf(CacheException.class);
        assertThat(some.statistics().count()).isEqualTo(1);
      }
      mounted.remount("rw");
      assertThat(store(shelf, 2, rendered).location()).isPresent();
      assertThat(shelf.clear()).isEqualTo(2);
    }
  }

  @Test
  void theBareMountPointOfADiskIsNoCache() throws Exception {
    try (SmallDisk mounted = SmallDisk.on(folder)) {
      Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 64, 48);
      ThumbnailShelf shelf = shelf(CacheLimits.defaults());
      assertThat(store(shelf, 1, rendered).location()).isPresent();
      mounted.unmount();
      assertThat(shelf.find(RandomCacheUser.request(1))).isEmpty();
      assertThat(store(shelf, 1, rendered).location()).isEmpty();
      assertThatThrownBy(shelf::clear).isInstanceOf(CacheException.class);
      assertThatThrownBy(shelf::statistics).isInstanceOf(CacheException.class);
      assertThat(folder).isEmptyDirectory();
    }
  }

  private ThumbnailShelf shelf(CacheLimits limits) {
    return new ThumbnailShelf(DiskThumbnailCache.at(folder), limits, TestThumbnails.ENCODERS);
  }
}
