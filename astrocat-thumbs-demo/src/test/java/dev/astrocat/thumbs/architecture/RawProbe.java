package dev.astrocat.thumbs.architecture;

import static java.util.Objects.requireNonNull;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;

/** An application of one picture, which needs nothing but the library. */
public final class RawProbe {

  private RawProbe() {}

  /** Says what became of the picture. */
  public static void main(String[] files) throws Exception {
    String report =
        ForkJoinPool.commonPool()
            .submit(
                () -> {
                  Thread.currentThread()
                      .setContextClassLoader(ClassLoader.getPlatformClassLoader());
                  try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
                    return report(thumbnails, Path.of(files[0]));
                  }
                })
            .get();
    System.out.println(report);
  }

  /** One line: what RAW files are read with, and the picture, or why there is none. */
  static String report(ThumbnailGenerator thumbnails, Path file) {
    String detail = "libraw " + requireNonNull(thumbnails.availability().get("libraw")).detail();
    try {
      Thumbnail picture = thumbnails.generate(file);
      return detail + ", " + picture.report().decoder() + " " + picture.etag();
    } catch (ThumbnailException e) {
      return detail + ", " + e.code();
    }
  }
}
