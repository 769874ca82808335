package dev.astrocat.thumbs.decode;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a decoder may use while it opens one source: the wanted image, and the only way to memory
 * for pixels. Thread-safe.
 */
public final class DecodeContext {

  private final Limits limits;
  private final ImageSelection selection;
  private final long deadlineNanos;
  private final AtomicLong reservedBytes = new AtomicLong();

  /** A context whose time runs from now on. */
  public DecodeContext(Limits limits, ImageSelection selection) {
    this.limits = limits;
    this.selection = selection;
    this.deadlineNanos = System.nanoTime() + limits.maxDecodeTime().toNanos();
  }

  /** The limits that apply. */
  public Limits limits() {
    return limits;
  }

  /** Which picture of the file is wanted. */
  public ImageSelection selection() {
    return selection;
  }

  /**
   * Checks the size that a header declares, before anything else relies on it.
   *
   * @throws LimitException {@code LIMIT_DIMENSIONS} for more pixels, or a longer side, than allowed
   * @throws dev.astrocat.thumbs.DecodeException {@code DATA_MALFORMED} for sides below 1
   */
  public void checkDimensions(long width, long height) {
    if (width < 1 || height < 1) {
      throw dev.astrocat.thumbs.DecodeException.malformed(
          "an image of " + width + " x " + height + " pixels");
    }
    if (width > limits.maxSide()
        || height > limits.maxSide()
        || width * height > limits.maxPixels()) {
      throw new LimitException(
          ErrorCode.LIMIT_DIMENSIONS,
          "the image has "
              + width
              + " x "
              + height
              + " pixels, the limit is "
              + limits.maxPixels()
              + " in all and "
              + limits.maxSide()
              + " a side");
    }
  }

  /**
   * Books memory that a library is going to take, in bytes.
   *
   * @throws LimitException {@code LIMIT_MEMORY} when all bookings together pass the limit
   */
  public void reserve(long bytes) {
    long sum = reservedBytes.addAndGet(bytes);
    if (bytes < 0 || sum < 0 || sum > limits.maxDecodeBytes()) {
      throw new LimitException(
          ErrorCode.LIMIT_MEMORY,
          "decoding takes "
              + sum
              + " bytes, the limit is "
              + limits.maxDecodeBytes()
              + "; give Java more memory with -Xmx");
    }
  }

  /**
   * A new array for samples.
   *
   * @return of class {@code type.arrayType()}, zeroed
   * @throws LimitException {@code LIMIT_MEMORY}
   */
  public Object allocate(SampleType type, long samples) {
    reserve(samples < 0 ? -1 : Math.multiplyExact(samples, type.bytes()));
    if (samples > Integer.MAX_VALUE - 8) {
      throw new LimitException(
          ErrorCode.LIMIT_MEMORY, samples + " samples are more than one Java array holds");
    }
    return type.newArray((int) samples);
  }

  /** A new array for bytes. */
  public byte[] bytes(long count) {
    return (byte[]) allocate(SampleType.U8, count);
  }

  /**
   * Gives up when time is over; called at least once a band of rows.
   *
   * @throws LimitException {@code LIMIT_TIME}, or {@code CANCELLED} when the thread was interrupted
   */
  public void checkpoint() {
    if (Thread.currentThread().isInterrupted()) {
      throw new LimitException(ErrorCode.CANCELLED, "the thread was interrupted");
    }
    if (System.nanoTime() - deadlineNanos > 0) {
      throw new LimitException(
          ErrorCode.LIMIT_TIME,
          "decoding took longer than " + limits.maxDecodeTime().toMillis() + " ms");
    }
  }
}
