package dev.astrocat.thumbs.cache.disk;

import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheLimits;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A process that stores, finds, clears and counts at random in a cache of others too. */
final class RandomCacheUser {

  private static final int SOURCES = 60;
  private static final long MAX_BYTES = 150_000;

  private RandomCacheUser() {}

  /** Folder, seed, number of operations. */
  public static void main(String[] arguments) {
    ThumbnailShelf shelf = shelf(Path.of(arguments[0]));
    Thumbnail small = TestThumbnails.rendered(OutputFormat.JPEG, 16, 12);
    Thumbnail large = TestThumbnails.rendered(OutputFormat.JPEG, 300, 200);
    Random random = new Random(Long.parseLong(arguments[1]));
    for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
      ThumbnailRequest request = request(random.nextInt(SOURCES));
      switch (random.nextInt(200)) {
        case 0 -> shelf.clear();
        case 1, 2, 3, 4, 5, 6 -> shelf.statistics();
        default -> {
          if (random.nextBoolean()) {
            requireWhole(shelf.find(request).map(Thumbnail::bytes).orElse(new byte[0]));
          } else {
            Thumbnail rendered = random.nextBoolean() ? small : large;
            shelf.store(shelf.generation(), request, TestThumbnails.VERSION, rendered);
          }
        }
      }
    }
  }

  static ThumbnailShelf shelf(Path folder) {
    return new ThumbnailShelf(
        DiskThumbnailCache.at(folder),
        CacheLimits.defaults().withMaxBytes(MAX_BYTES),
        TestThumbnails.ENCODERS);
  }

  static ThumbnailRequest request(int number) {
    return TestThumbnails.request("/data/" + number + ".fits", TestThumbnails.VERSION);
  }

  private static void requireWhole(byte[] jpeg) {
    byte[] end = {(byte) 0xFF, (byte) 0xD9};
    if (jpeg.length > 0 && !Arrays.equals(jpeg, jpeg.length - 2, jpeg.length, end, 0, end.length)) {
      throw new IllegalStateException("a torn thumbnail was served");
    }
  }
}
