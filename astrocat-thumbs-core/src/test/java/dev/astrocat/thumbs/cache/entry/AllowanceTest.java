package dev.astrocat.thumbs.cache.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.testing.TestThumbnails;
import dev.astrocat.thumbs.testing.TimedCache;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A cache stays within its limits, and what is wanted least goes first. */
final class AllowanceTest {

  private static final long GIBIBYTE = 1L << 30;
  private static final long MAX_BYTES = 100_000;
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  private final AtomicLong nanoTime = new AtomicLong();
  private final TimedCache cache = new TimedCache(100 * GIBIBYTE);
  private final ThumbnailShelf shelf = limited(cache);
  private final Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 64, 48);

  @Test
  void theLimitHoldsAfterEachWrite() {
    for (int i = 0; i < 400; i++) {
      assertThat(store(shelf, i).location()).as("write %d", i).isPresent();
      assertThat(cache.bytes()).isLessThanOrEqualTo(MAX_BYTES);
    }
    assertThat(cache.bytes()).as("not emptied").isGreaterThan(MAX_BYTES / 2);
  }

  @Test
  void fewWritesWalkALargeCache() throws IOException {
    CacheLimits limits = CacheLimits.defaults().withMaxBytes(10_000_000);
    Allowance allowance = new Allowance(cache, limits, nanoTime::get);
    for (int i = 0; i < 12_000; i++) {
      assertThat(allowance.admits(1_000)).isTrue();
      cache.write(i + "_a1b2c3d4_thumb.jpg", new byte[1_000]);
    }
    assertThat(cache.list().mapToLong(CachedFile::sizeBytes).sum())
        .isBetween(8_900_000L, 10_000_000L);
    assertThat(cache.listings()).isLessThan(300);
  }

  @Test
  void theLimitHoldsForSeveralProcesses() {
    ThumbnailShelf[] processes = {shelf, limited(cache), limited(cache), limited(cache)};
    Random random = new Random(4);
    for (int i = 0; i < 1_000; i++) {
      store(processes[random.nextInt(4)], random.nextInt(300));
      assertThat(cache.bytes()).isLessThanOrEqualTo(MAX_BYTES);
    }
  }

  @Test
  void whatWasNotUsedForTheLongestTimeGoes() {
    int held = 0;
    while (cache.bytes() < MAX_BYTES * 3 / 4) {
      store(shelf, held++);
    }
    assertThat(shelf.find(request(0))).isPresent(); // touches it
    for (int i = held; i < held + 20; i++) {
      store(shelf, i);
    }
    assertThat(shelf.find(request(0))).isPresent();
    assertThat(shelf.find(request(1))).isEmpty();
    assertThat(shelf.find(request(held + 19))).isPresent();
  }

  @Test
  void aHitIsTouchedOnceAnHour() {
    store(shelf, 1);
    int touched = 0;
    for (int minute = 0; minute < 180; minute++) {
      String before = cache.list().toList().toString();
      assertThat(shelf.find(request(1))).isPresent();
      touched += before.equals(cache.list().toList().toString()) ? 0 : 1;
      nanoTime.addAndGet(HOUR_NANOS / 60);
    }
    assertThat(touched).isEqualTo(3);
  }

  @Test
  void withoutALimitNothingIsTouchedOrListed() {
    ThumbnailShelf unlimited = new ThumbnailShelf(cache, TestThumbnails.ENCODERS);
    store(unlimited, 1);
    String before = cache.list().toList().toString();
    assertThat(unlimited.find(request(1))).isPresent();
    assertThat(cache.list().toList()).hasToString(before);
    assertThat(cache.listings()).isEqualTo(2);
  }

  @Test
  void curvesAreSparedAndForeignFilesNeitherCountNorGo() {
    cache.write("annotated_7.jpg", new byte[(int) MAX_BYTES * 3]);
    cache.write("m31_a1b2c3d4_curve_0f1e2d3c", new byte[3_000]);
    cache.write("m31_a1b2c3d4_failed_0f1e2d3c", new byte[3_000]);
    for (int i = 0; i < 200; i++) {
      store(shelf, i);
    }
    assertThat(cache.bytes()).isBetween(MAX_BYTES * 3 + MAX_BYTES / 2, MAX_BYTES * 4);
    assertThat(cache.read("annotated_7.jpg")).isPresent();
    assertThat(cache.read("m31_a1b2c3d4_curve_0f1e2d3c")).isPresent();
    assertThat(cache.read("m31_a1b2c3d4_failed_0f1e2d3c")).isPresent();
  }

  @Test
  void curvesGoWhenTheyAreAllThatIsLeft() {
    for (int i = 0; i < 50; i++) {
      cache.write(i + "_a1b2c3d4_curve_0f1e2d3c", new byte[3_000]);
    }
    assertThat(store(shelf, 1).location()).isPresent();
    assertThat(cache.bytes()).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void anEntryThatNeverFitsEvictsNothing() {
    store(shelf, 1);
    ThumbnailShelf tiny =
        new ThumbnailShelf(
            cache, CacheLimits.defaults().withMaxBytes(100), TestThumbnails.ENCODERS);
    assertThat(store(tiny, 2).location()).isEmpty();
    assertThat(shelf.find(request(1))).isPresent();
  }

  @Test
  void whileAnotherProcessMakesRoomEntriesAreStillKept() {
    cache.tidiedElsewhere();
    for (int i = 0; i < 200; i++) {
      assertThat(store(shelf, i).location()).isPresent();
    }
  }

  @Test
  void belowTheFloorNothingIsKeptUntilThereIsRoomAgain() {
    TimedCache small = new TimedCache(200_000);
    ThumbnailShelf onSmallDisk = new ThumbnailShelf(small, TestThumbnails.ENCODERS);
    for (int i = 0; i < 400; i++) {
      assertThat(store(onSmallDisk, i).bytes()).isNotEmpty();
    }
    assertThat(small.bytes()).isBetween(170_000L, 190_000L);
    assertThat(store(onSmallDisk, 401).location()).isEmpty();
    onSmallDisk.clear();
    assertThat(store(onSmallDisk, 401).location()).isPresent();
  }

  @Test
  void theFloorIsATwentiethOfSmallDisks() {
    CacheLimits limits = CacheLimits.defaults();
    long mebibyte = 1L << 20;
    assertThat(limits.leaveRoomFor(1, new CacheSpace(256 * mebibyte, GIBIBYTE * 100))).isFalse();
    assertThat(limits.leaveRoomFor(1, new CacheSpace(257 * mebibyte, GIBIBYTE * 100))).isTrue();
    assertThat(limits.leaveRoomFor(1, new CacheSpace(mebibyte, 16 * mebibyte))).isTrue();
    assertThat(limits.leaveRoomFor(1, new CacheSpace(mebibyte / 2, 16 * mebibyte))).isFalse();
  }

  private Thumbnail store(ThumbnailShelf on, int number) {
    return on.store(on.generation(), request(number), TestThumbnails.VERSION, rendered);
  }

  private static ThumbnailRequest request(int number) {
    return TestThumbnails.request("/data/" + number + ".fits", TestThumbnails.VERSION);
  }

  private ThumbnailShelf limited(TimedCache on) {
    CacheLimits limits = CacheLimits.defaults().withMaxBytes(MAX_BYTES);
    return new ThumbnailShelf(on, limits, TestThumbnails.ENCODERS, nanoTime::get);
  }
}
