package dev.astrocat.thumbs.decode;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a decoder may use while it opens one source: the wanted image, and the only way to memory
 * for pixels. Thread-safe.
 */
public final class DecodeContext {

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private final Limits limits;
  private final ImageSelection selection;
  private final Demosaic demosaic;
  private final long deadlineNanos;
  private final AtomicLong reservedBytes = new AtomicLong();

  /** A context whose time runs from now on; mosaics become colour. */
  public DecodeContext(Limits limits, ImageSelection selection) {
    this(limits, selection, Demosaic.ON);
  }

  /** A context whose time runs from now on. */
  public DecodeContext(Limits limits, ImageSelection selection, Demosaic demosaic) {
    this.limits = limits;
    this.selection = selection;
    this.demosaic = demosaic;
    this.deadlineNanos = System.nanoTime() + nanos(limits.maxDecodeTime());
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
   * What becomes of a filter mosaic; only for decoders that demosaic themselves. What {@link
   * ImageInfo#cfa()} names is demosaiced behind them.
   */
  public Demosaic demosaic() {
    return demosaic;
  }

  /** Time left, for libraries and processes that have a clock of their own; 0 when it is over. */
  public Duration remainingTime() {
    return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
  }

  /**
   * Checks the size that a header declares, before anything else relies on it.
   *
   * @throws LimitException {@code LIMIT_DIMENSIONS} for more pixels, or a longer side, than allowed
   * @throws DecodeException {@code DATA_MALFORMED} for sides below 1
   */
  public void checkDimensions(long width, long height) {
    if (width < 1 || height < 1) {
      throw DecodeException.malformed("an image of " + width + " x " + height + " pixels");
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
    long wanted = bytes < 0 ? Long.MAX_VALUE : bytes; // a product that overflowed
    long sum = reservedBytes.accumulateAndGet(wanted, DecodeContext::cappedSum);
    if (sum > limits.maxDecodeBytes() || sum == Long.MAX_VALUE) {
      throw new LimitException(
          ErrorCode.LIMIT_MEMORY,
          "decoding takes "
              + (sum == Long.MAX_VALUE ? "more than any number of" : sum)
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
    boolean fits = samples >= 0 && samples <= Long.MAX_VALUE / type.bytes();
    reserve(fits ? samples * type.bytes() : Long.MAX_VALUE);
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

  private static long cappedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** Three hundred years and more are as good as no deadline, but do not fit. */
  private static long nanos(Duration time) {
    return time.compareTo(LONGEST) < 0 ? time.toNanos() : Long.MAX_VALUE;
  }
}
