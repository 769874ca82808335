package dev.astrocat.thumbs.cache.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.testing.FaultyCache;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ClearingTest {

  private final MapCache cache = new MapCache();
  private final ThumbnailShelf shelf = shelf(cache);
  private final ThumbnailShelf otherProcess = shelf(cache);
  private final ThumbnailRequest request =
      TestThumbnails.request("/data/m31.fits", TestThumbnails.VERSION);
  private final Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 12, 9);

  @Test
  void thumbnailsAndFailuresGoAndNothingElse() throws IOException {
    store(shelf, shelf.generation());
    List<String> others =
        List.of(
            "annotated_7.jpg",
            "m31_a1b2c3d4_curve_0f1e2d3c",
            "notes.txt",
            "m31_thumb.jpg",
            "m31_A1B2C3D4_thumb.jpg",
            "m31_a1b2c3d4_thumb.jpg.bak");
    others.forEach(name -> cache.write(name, new byte[3]));
    cache.write("m31_a1b2c3d4_failed_0f1e2d3c", new byte[3]);
    cache.write("m31_a1b2c3d4_thumb_320_pixinsight.png", new byte[3]);
    assertThat(shelf.clear()).isEqualTo(3);
    assertThat(names()).containsExactlyInAnyOrderElementsOf(plus(others, Generations.NAME));
    assertThat(shelf.statistics()).isEqualTo(CacheStatistics.NONE);
    assertThat(shelf.clear()).as("again").isZero();
  }

  @Test
  void whatWasBegunBeforeAClearIsNotKept() {
    Generation here = shelf.generation();
    Generation there = otherProcess.generation();
    shelf.clear();
    assertThat(store(shelf, here).location()).isEmpty();
    assertThat(store(otherProcess, there).location()).isEmpty();
    assertThat(shelf.find(request)).isEmpty();
    assertThat(store(otherProcess, otherProcess.generation()).location()).isPresent();
    assertThat(shelf.find(request)).isPresent();
  }

  @Test
  void aClearOfAnotherProcessDuringTheWriteTakesItBack() {
    ThumbnailShelf interrupted =
        shelf(
            new FaultyCache(
                cache,
                (operation, name) -> {
                  if (operation == FaultyCache.Operation.WRITTEN
                      && !Generations.NAME.equals(name)) {
                    otherProcess.clear();
                    cache.write(name, new byte[3]); // as if it came after the deletion
                  }
                }));
    assertThat(store(interrupted, interrupted.generation()).location()).isEmpty();
    assertThat(names()).containsExactly(Generations.NAME);
  }

  @Test
  void onAFullDiskWhatOthersPublishedBeforeTheyCouldBeToldIsClearedToo() {
    store(shelf, shelf.generation());
    AtomicInteger writes = new AtomicInteger();
    Generation there = otherProcess.generation();
    ThumbnailShelf full =
        shelf(
            new FaultyCache(
                cache,
                (operation, name) -> {
                  if (operation == FaultyCache.Operation.WRITE && writes.incrementAndGet() == 1) {
                    throw new IOException("no space left");
                  }
                  if (operation == FaultyCache.Operation.DELETE && writes.get() == 1) {
                    otherProcess.store(there, request.size(320), TestThumbnails.VERSION, rendered);
                  }
                }));
    assertThat(full.clear()).isEqualTo(2);
    assertThat(names()).containsExactly(Generations.NAME);
  }

  @Test
  void afterAFailureAtAnyOperationAnotherClearClearsAll() {
    int operations = operationsOfAClear();
    assertThat(operations).isGreaterThan(8);
    for (int n = 1; n <= operations; n++) {
      for (int i = 0; i < 5; i++) {
        cache.write(i + "_a1b2c3d4_thumb.jpg", new byte[3]);
      }
      cache.write("annotated_7.jpg", new byte[3]);
      ThumbnailShelf faulty = shelf(new FaultyCache(cache, FaultyCache.failingAt(n)));
      Generation begun = shelf.generation();
      if (!isRefused(faulty::clear)) {
        assertThat(names()).as("operation %d", n).containsOnly("annotated_7.jpg", Generations.NAME);
      }
      faulty.clear();
      assertThat(names()).as("operation %d", n).containsOnly("annotated_7.jpg", Generations.NAME);
      assertThat(store(shelf, begun).location()).isEmpty();
    }
  }

  private static boolean isRefused(Runnable clear) {
    try {
      clear.run();
      return false;
    } catch (CacheException e) {
      return true;
    }
  }

  private int operationsOfAClear() {
    for (int i = 0; i < 5; i++) {
      cache.write(i + "_a1b2c3d4_thumb.jpg", new byte[3]);
    }
    FaultyCache counting = new FaultyCache(cache, (operation, name) -> {});
    shelf(counting).clear();
    return counting.operations();
  }

  private Thumbnail store(ThumbnailShelf on, Generation begun) {
    return on.store(begun, request, TestThumbnails.VERSION, rendered);
  }

  private List<String> names() {
    try (Stream<CachedFile> files = cache.list()) {
      return files.map(CachedFile::name).toList();
    }
  }

  private static List<String> plus(List<String> names, String more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  private static ThumbnailShelf shelf(ThumbnailCache cache) {
    return new ThumbnailShelf(cache, TestThumbnails.ENCODERS);
  }
}
