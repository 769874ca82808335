package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.jpeg.JpegHeaders;
import java.util.Comparator;

/**
 * A preview that is a JPEG picture. Ordered by size, smallest first. Immutable.
 *
 * @param place where it is
 * @param headers what its markers say
 */
record JpegPreview(Preview place, JpegHeaders headers) implements Comparable<JpegPreview> {

  private static final int PROGRESSIVE = 2;

  /** Of EXIF's own thumbnails; by anything smaller nothing can be judged. */
  private static final int SHORTEST_LONG_SIDE = 160;

  /** Cameras crop previews, to a square for example, but not further. */
  private static final double MOST_CROPPED = 2;

  private static final Comparator<JpegPreview> BY_SIZE =
      Comparator.comparingLong(JpegPreview::pixels)
          .thenComparingLong(preview -> preview.place().length());

  /** Not the sensor's data, which is lossless JPEG or has more than 8 bits. */
  static boolean isDecodable(JpegHeaders headers) {
    return headers.frame() <= PROGRESSIVE
        && headers.precision() == 8
        && (headers.components() == 1 || headers.components() == 3);
  }

  /** Large enough, and of about the shape of the sensor's picture. */
  boolean isWorthShowing(RawContents contents) {
    if (Math.max(headers.width(), headers.height()) < SHORTEST_LONG_SIDE) {
      return false;
    }
    if (contents.sensorWidth() == 0) {
      return true;
    }
    double own = elongation(headers.width(), headers.height());
    double sensors = elongation(contents.sensorWidth(), contents.sensorHeight());
    return own <= sensors * MOST_CROPPED && sensors <= own * MOST_CROPPED;
  }

  /**
   * How it is turned: by its own EXIF, else as the sensor's picture, unless the camera has turned
   * it already.
   */
  Orientation orientation(RawContents contents) {
    return headers
        .orientation()
        .orElseGet(() -> isTurnedAlready(contents) ? Orientation.IDENTITY : contents.orientation());
  }

  private boolean isTurnedAlready(RawContents contents) {
    boolean upright = headers.height() > headers.width();
    boolean sensorUpright = contents.sensorHeight() > contents.sensorWidth();
    return contents.orientation().transposes()
        && contents.sensorWidth() != contents.sensorHeight()
        && headers.width() != headers.height()
        && upright != sensorUpright;
  }

  /** For people: {@code 1616 x 1080}. */
  String size() {
    return headers.width() + " x " + headers.height();
  }

  @Override
  public int compareTo(JpegPreview other) {
    return BY_SIZE.compare(this, other);
  }

  private long pixels() {
    return (long) headers.width() * headers.height();
  }

  private static double elongation(long width, long height) {
    return (double) Math.max(width, height) / Math.min(width, height);
  }
}
