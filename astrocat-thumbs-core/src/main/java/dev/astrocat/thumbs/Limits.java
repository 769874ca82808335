package dev.astrocat.thumbs;

import java.time.Duration;

/**
 * What a decoder may take, checked against what a file declares before anything is allocated.
 * Immutable.
 *
 * @param maxPixels most pixels of one plane of the source, width times height
 * @param maxSide most pixels of one side of the source
 * @param maxSourceBytes largest source file, in bytes
 * @param maxDecodeBytes most memory that one decode may hold for pixels, in bytes
 * @param maxDecodeTime longest time for which a decode may show nothing new; as long as rows come
 *     it may take {@value dev.astrocat.thumbs.decode.DecodeContext#MOST_EXTENSIONS} times as long
 */
public record Limits(
    long maxPixels, int maxSide, long maxSourceBytes, long maxDecodeBytes, Duration maxDecodeTime) {

  private static final long MEGAPIXEL = 1_000_000L;
  private static final long GIBIBYTE = 1L << 30;

  /** Refuses limits that nothing can keep. */
  public Limits {
    if (maxPixels < 1
        || maxSide < 1
        || maxSourceBytes < 1
        || maxDecodeBytes < 1
        || maxDecodeTime.isNegative()) {
      throw new IllegalArgumentException("limits are positive numbers");
    }
  }

  /**
   * 1,000 megapixels, sides of 1,048,560, files of 4 GiB, half of the heap, and 8 seconds: an
   * answer within 10, whatever the file.
   *
   * <p>Plain FITS streams: its memory does not depend on its size, so these limits guard the
   * formats that decode whole.
   */
  public static Limits defaults() {
    return new Limits(
        1000 * MEGAPIXEL,
        65_535 * 16,
        4 * GIBIBYTE,
        Runtime.getRuntime().maxMemory() / 2,
        Duration.ofSeconds(8));
  }

  /** These limits with another number of pixels. */
  public Limits withMaxPixels(long pixels) {
    return new Limits(pixels, maxSide, maxSourceBytes, maxDecodeBytes, maxDecodeTime);
  }

  /** These limits with another amount of memory. */
  public Limits withMaxDecodeBytes(long bytes) {
    return new Limits(maxPixels, maxSide, maxSourceBytes, bytes, maxDecodeTime);
  }

  /** These limits with another largest source file. */
  public Limits withMaxSourceBytes(long bytes) {
    return new Limits(maxPixels, maxSide, bytes, maxDecodeBytes, maxDecodeTime);
  }

  /** These limits with another deadline. */
  public Limits withMaxDecodeTime(Duration time) {
    return new Limits(maxPixels, maxSide, maxSourceBytes, maxDecodeBytes, time);
  }
}
