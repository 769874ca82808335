package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What is done with each file: read, render, write. Thread-safe.
 *
 * @param generator makes the thumbnails
 * @param wish how they should look
 * @param folder where they go
 */
record Job(ThumbnailGenerator generator, Wish wish, OutputFolder folder) {

  /** Renders one file; failures are outcomes too. */
  Outcome run(String file, String pictureName) {
    Stopwatch watch = new Stopwatch();
    try {
      folder.made(); // known before a second of decoding
      Path path = FileNames.path(file);
      watch.restart();
      Thumbnail thumbnail = generator.generate(wish.of(path));
      double millis = watch.millis();
      Path out = folder.write(pictureName, thumbnail.bytes());
      return new Outcome.Rendered(
          file, out, thumbnail.width(), thumbnail.height(), thumbnail.report(), millis);
    } catch (ThumbnailException e) {
      return new Outcome.Failed(file, e.code(), String.valueOf(e.getMessage()), watch.millis());
    }
  }

  /** Wall time. One thread at a time. */
  private static final class Stopwatch {

    private long start = System.nanoTime();

    void restart() {
      start = System.nanoTime();
    }

    /** To the microsecond: small files take less than a millisecond. */
    double millis() {
      return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start) / 1000.0;
    }
  }
}
