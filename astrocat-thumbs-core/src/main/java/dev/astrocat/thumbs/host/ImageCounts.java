package dev.astrocat.thumbs.host;

/**
 * Images of a run or of a chunk. Immutable.
 *
 * @param total all
 * @param running being worked on
 * @param done whose thumbnail was made
 * @param failed that have no thumbnail, for good
 * @param skipped that needed none, or that the host no longer has
 * @param bytes of the thumbnails that were made
 * @param lastError code of some failure; empty if there was none
 */
public record ImageCounts(
    long total, long running, long done, long failed, long skipped, long bytes, String lastError) {

  /** Nothing at all. */
  public static final ImageCounts NONE = new ImageCounts(0, 0, 0, 0, 0, 0, "");

  /** Those that nobody works on yet. */
  public long queued() {
    return total - running - processed();
  }

  /** Those that are dealt with, one way or another. */
  public long processed() {
    return done + failed + skipped;
  }

  ImageCounts plus(ImageCounts other) {
    return new ImageCounts(
        total + other.total,
        running + other.running,
        done + other.done,
        failed + other.failed,
        skipped + other.skipped,
        bytes + other.bytes,
        other.lastError.isEmpty() ? lastError : other.lastError);
  }

  /** The same of a larger total, as long as not all images are listed. */
  ImageCounts ofAtLeast(long expected) {
    return new ImageCounts(
        Math.max(total, expected), running, done, failed, skipped, bytes, lastError);
  }
}
