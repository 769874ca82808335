package dev.astrocat.thumbs.formats.raw;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/**
 * Where camera RAW files are decoded, and what that may take. Immutable.
 *
 * <p>An application that finds its decoders by ServiceLoader sets the system properties named
 * below, before it makes its generator.
 *
 * @param mode where native code runs; property {@code astrocat.raw.mode}: {@code workers}, {@code
 *     in-process} or {@code off}
 * @param workers most worker processes at a time, each decoding one file; {@code
 *     astrocat.raw.workers}
 * @param imagesPerWorker files after which a worker is replaced, against whatever leaks; {@code
 *     astrocat.raw.imagesPerWorker}
 * @param idleTime after which a worker without work ends; {@code astrocat.raw.idleSeconds}
 * @param heapBytes most Java memory of a worker, for finished samples; {@code
 *     astrocat.raw.heapMegabytes}
 * @param nativeBytes most other memory of a worker, for the file and LibRaw's own work; {@code
 *     astrocat.raw.nativeMegabytes}
 */
public record RawOptions(
    Mode mode,
    int workers,
    int imagesPerWorker,
    Duration idleTime,
    long heapBytes,
    long nativeBytes) {

  private static final String PREFIX = "astrocat.raw.";
  private static final int MEGABYTE_SHIFT = 20;

  /** Least memory with which a worker starts and does anything. */
  private static final long MIN_BYTES = 32L << MEGABYTE_SHIFT;

  /** Most memory that any machine has. */
  private static final long MAX_BYTES = 1L << 44;

  /** Where native code runs. */
  public enum Mode {
    /** In processes of its own: no file can harm the application. */
    WORKERS,
    /**
     * In this JVM: a broken or hostile file may crash it or never end. Needs {@code
     * org.bytedeco:javacpp}.
     */
    IN_PROCESS,
    /** Nowhere: RAW files are shown by their previews. */
    OFF
  }

  /** Refuses numbers with which nothing works. */
  public RawOptions {
    if (workers < 1 || imagesPerWorker < 1 || idleTime.toMillis() < 1) {
      throw new IllegalArgumentException(
          "workers, images per worker and idle time are positive: "
              + workers
              + ", "
              + imagesPerWorker
              + ", "
              + idleTime);
    }
    requireMemory("heap", heapBytes);
    requireMemory("native", nativeBytes);
  }

  /**
   * Two workers, or one on a machine with one processor; replaced after 200 files or a minute
   * without work; 1 GiB of heap and 2 GiB of other memory each.
   */
  public static RawOptions defaults() {
    return new RawOptions(
        Mode.WORKERS,
        Math.min(2, Runtime.getRuntime().availableProcessors()),
        200,
        Duration.ofMinutes(1),
        1L << 30,
        2L << 30);
  }

  /**
   * The defaults, but for what the system properties say.
   *
   * @throws IllegalArgumentException for a property that says nothing sensible
   */
  public static RawOptions fromProperties() {
    return from(System.getProperties());
  }

  static RawOptions from(Properties properties) {
    RawOptions defaults = defaults();
    String mode = properties.getProperty(PREFIX + "mode", defaults.mode.name());
    return new RawOptions(
        Mode.valueOf(mode.toUpperCase(Locale.ROOT).replace('-', '_')),
        (int) number(properties, "workers", defaults.workers, 0),
        (int) number(properties, "imagesPerWorker", defaults.imagesPerWorker, 0),
        Duration.ofSeconds(number(properties, "idleSeconds", defaults.idleTime.toSeconds(), 0)),
        number(properties, "heapMegabytes", defaults.heapBytes, MEGABYTE_SHIFT),
        number(properties, "nativeMegabytes", defaults.nativeBytes, MEGABYTE_SHIFT));
  }

  /** The same with another place for native code. */
  public RawOptions withMode(Mode value) {
    return new RawOptions(value, workers, imagesPerWorker, idleTime, heapBytes, nativeBytes);
  }

  /** The same with another number of worker processes. */
  public RawOptions withWorkers(int value) {
    return new RawOptions(mode, value, imagesPerWorker, idleTime, heapBytes, nativeBytes);
  }

  /** The same with another number of files per worker. */
  public RawOptions withImagesPerWorker(int value) {
    return new RawOptions(mode, workers, value, idleTime, heapBytes, nativeBytes);
  }

  /** The same with another time after which an idle worker ends. */
  public RawOptions withIdleTime(Duration value) {
    return new RawOptions(mode, workers, imagesPerWorker, value, heapBytes, nativeBytes);
  }

  /** The same with other amounts of memory. */
  public RawOptions withMemory(long newHeapBytes, long newNativeBytes) {
    return new RawOptions(mode, workers, imagesPerWorker, idleTime, newHeapBytes, newNativeBytes);
  }

  private static void requireMemory(String what, long bytes) {
    if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          what + " memory of a RAW worker is 32 MiB to 16 TiB, not " + bytes + " bytes");
    }
  }

  private static long number(Properties properties, String key, long byDefault, int shift) {
    String text = properties.getProperty(PREFIX + key);
    if (text == null) {
      return byDefault;
    }
    // Nine digits fit an int, and shifted a long.
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(PREFIX + key + " is a number, not " + text);
    }
    return Long.parseLong(text) << shift;
  }
}
