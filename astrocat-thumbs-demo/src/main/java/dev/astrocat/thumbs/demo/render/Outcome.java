package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailReport;
import java.nio.file.Path;

/** What became of one file. */
sealed interface Outcome {

  /** The file as it was named on the command line. */
  String file();

  /** Wall time of making the thumbnail, in milliseconds. */
  double millis();

  /**
   * A picture was written.
   *
   * @param file as named on the command line
   * @param out where the picture is
   * @param width its columns
   * @param height its rows
   * @param report how it came about
   * @param millis wall time of making it
   */
  record Rendered(
      String file, Path out, int width, int height, ThumbnailReport report, double millis)
      implements Outcome {}

  /**
   * There is no picture.
   *
   * @param file as named on the command line
   * @param code why
   * @param message why, in words, and what to do
   * @param millis wall time until that was known
   */
  record Failed(String file, ErrorCode code, String message, double millis) implements Outcome {}
}
