package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.source.ImageSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Jobs, images and waiting, for tests of queues. */
final class QueueFixture {

  private QueueFixture() {}

  static ThumbnailJob job(String run, int chunk, Priority priority) {
    return new ThumbnailJob(
        "key", run, chunk, List.of("1"), JobOptions.DEFAULT, Renewal.NEEDED, priority);
  }

  /** Of no file. */
  static ImageRecord image(String name) {
    return ImageRecord.of(name, ImageSource.of(name, new byte[1]));
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
