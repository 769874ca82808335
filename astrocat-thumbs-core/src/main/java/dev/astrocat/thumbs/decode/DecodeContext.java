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
 *
 * <p>Its time is up when nothing has come for {@link Limits#maxDecodeTime}, or in any case after
 * {@value #MOST_EXTENSIONS} times as long. So a busy machine does not fail a sound image, and an
 * image that never ends does.
 */
public final class DecodeContext {

  /** How many times the longest time a decode may take as long as it gets on. */
  public static final int MOST_EXTENSIONS = 5;

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / MOST_EXTENSIONS);

  private final Limits limits;
  private final ImageSelection selection;
  private final Demosaic demosaic;
  private final SharedMemory memory;
  private final long startNanos = System.nanoTime();
  private final long patienceNanos;
  private final AtomicLong reservedBytes = new AtomicLong();
  private final AtomicLong progressNanos = new AtomicLong(startNanos);

  /** The same; mosaics become colour. */
  public DecodeContext(Limits limits, ImageSelection selection) {
    this(limits, selection, Demosaic.ON);
  }

  /** A context whose time runs from now on; memory is not shared. */
  public DecodeContext(Limits limits, ImageSelection selection, Demosaic demosaic) {
    this(limits, selection, demosaic, SharedMemory.UNSHARED);
  }

  /** A context whose time runs from now on. */
  public DecodeContext(
      Limits limits, ImageSelection selection, Demosaic demosaic, SharedMemory memory) {
    this.limits = limits;
    this.selection = selection;
    this.demosaic = demosaic;
    this.memory = memory;
    this.patienceNanos = nanos(limits.maxDecodeTime());
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

  /**
   * Time left if nothing comes, for libraries and processes that have a clock of their own; 0 when
   * it is over.
   */
  public Duration remainingTime() {
    return Duration.ofNanos(Math.max(0, remainingNanos()));
  }

  private long remainingNanos() {
    long now = System.nanoTime();
    return Math.min(
        patienceNanos - (now - progressNanos.get()),
        MOST_EXTENSIONS * patienceNanos - (now - startNanos));
  }

  /** Time left however well it gets on; 0 when it is over. */
  public Duration longestRemainingTime() {
    return Duration.ofNanos(
        Math.max(0, MOST_EXTENSIONS * patienceNanos - (System.nanoTime() - startNanos)));
  }

  /**
   * Says that pixels have come, or bytes of them that were not read before, so that the longest
   * time starts again. Call it for each band of rows that you decode, not for bytes that you skip.
   */
  public void progressed() {
    progressNanos.set(System.nanoTime());
    memory.progressed();
  }

  /** Says that a part of the time went to others, and does not count. */
  public void extend(Duration time) {
    progressNanos.addAndGet(time.toNanos());
    memory.progressed();
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
   * Reserves memory that a library is going to take, in bytes, until the image is closed.
   *
   * @throws LimitException {@code LIMIT_MEMORY} when all that is reserved passes the limit, {@code
   *     BUSY} when others hold it: the generator decodes again when they are done
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
    if (!memory.take(wanted)) {
      throw new LimitException(
          ErrorCode.BUSY, "other images hold the memory that this one needs; try again later");
    }
  }

  /**
   * Reserves memory, in bytes, that makes the decode quicker but can be done without, such as for
   * rows that are going to be read again. Three quarters of the limit may be used so.
   *
   * @return whether it may be used
   */
  public boolean reserveIfFree(long bytes) {
    long most = limits.maxDecodeBytes() / 4 * 3;
    long sum = cappedSum(reservedBytes.get(), bytes);
    boolean isFree = sum <= most && memory.takeIfFree(bytes);
    if (isFree) {
      reservedBytes.addAndGet(bytes);
    }
    return isFree;
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
    if (remainingNanos() < 0) {
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
    return (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
  }
}
