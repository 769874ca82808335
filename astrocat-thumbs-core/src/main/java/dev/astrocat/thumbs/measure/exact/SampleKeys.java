package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import java.util.OptionalLong;

/**
 * Whole numbers that are ordered like the physical values of an image: the stored integer, or the
 * bits of a float with negative numbers turned round; inverted where the scaling is negative.
 * Immutable.
 */
public final class SampleKeys {

  private final SampleType type;
  private final Scaling scaling;
  private final long inversion;
  private final OptionalLong blank;
  private final long lowest;
  private final long highest;

  /** The keys of an image. */
  public SampleKeys(ImageInfo info) {
    this.type = info.type();
    this.scaling = info.scaling();
    this.inversion = scaling.scale() < 0 ? -1L : 0L;
    OptionalLong stored = type.isFloat() ? OptionalLong.empty() : info.blank();
    this.blank =
        stored.isPresent()
            ? OptionalLong.of(signed(stored.getAsLong()) ^ inversion)
            : OptionalLong.empty();
    long a = typeLowest() ^ inversion;
    long b = typeHighest() ^ inversion;
    this.lowest = lastFinite(zeroKey(), Math.min(a, b));
    this.highest = lastFinite(zeroKey(), Math.max(a, b));
  }

  /** Smallest key of a finite physical value. */
  public long lowest() {
    return lowest;
  }

  /** Largest key of a finite physical value. */
  public long highest() {
    return highest;
  }

  /** Whether there is any finite physical value at all. */
  public boolean anyFinite() {
    return Double.isFinite(scaling.scale()) && Double.isFinite(scaling.zero());
  }

  /** Key of the samples that hold no data. */
  public OptionalLong blank() {
    return blank;
  }

  /** Whether a key stands for a finite value, and not for a blank. */
  public boolean isData(long key) {
    return anyFinite()
        && key >= lowest
        && key <= highest
        && !(blank.isPresent() && blank.getAsLong() == key);
  }

  /** The physical value of a key. */
  public double physical(long key) {
    return scaling.apply(stored(key ^ inversion));
  }

  /** The stored 8 or 16 bits of a key. */
  public int pattern(long key) {
    return (int) (key ^ inversion) & (type == SampleType.U8 ? 0xFF : 0xFFFF);
  }

  /** Number of bits that the keys of this type take. */
  int bits() {
    return type.bytes() * 8;
  }

  /** Smallest number that is a key of any sample, finite or not. */
  public long base() {
    long smallest =
        switch (type) {
          case U8, U16 -> 0;
          case S16 -> Short.MIN_VALUE;
          case S32, U32, F32 -> Integer.MIN_VALUE;
          case S64, U64, F64 -> Long.MIN_VALUE;
        };
    return inversion == 0 ? smallest : ~(smallest + (bits() == 64 ? -1L : (1L << bits()) - 1));
  }

  /** Whether all keys are ints. */
  public boolean areInts() {
    return bits() == Integer.SIZE;
  }

  /** What makes the key of a 32-bit integer, or of an {@link #ordered} float, by XOR. */
  public int flip() {
    return (int) inversion ^ (type == SampleType.U32 ? Integer.MIN_VALUE : 0);
  }

  /** Writes the keys of {@code count} samples from {@code from} on. */
  public void of(RowBand band, int channel, int from, int count, long[] keys) {
    switch (type) {
      case U8 -> bytes(band.bytes(channel), from, count, keys);
      case S16 -> shorts(band.shorts(channel), from, count, keys);
      case U16 -> unsignedShorts(band.shorts(channel), from, count, keys);
      case S32 -> ints(band.ints(channel), from, count, keys, 0);
      case U32 -> ints(band.ints(channel), from, count, keys, Integer.MIN_VALUE);
      case S64 -> longs(band.longs(channel), from, count, keys, 0);
      case U64 -> longs(band.longs(channel), from, count, keys, Long.MIN_VALUE);
      case F32 -> floats(band.floats(channel), from, count, keys);
      case F64 -> doubles(band.doubles(channel), from, count, keys);
    }
    if (inversion != 0) {
      for (int i = 0; i < count; i++) {
        keys[i] = ~keys[i];
      }
    }
  }

  /** The key of one sample of 32 bits. */
  public int ofInt(RowBand band, int channel, int at) {
    int bits =
        type == SampleType.F32
            ? ordered(Float.floatToRawIntBits(band.floats(channel)[at]))
            : band.ints(channel)[at];
    return bits ^ flip();
  }

  private static void bytes(byte[] s, int from, int count, long[] keys) {
    for (int i = 0; i < count; i++) {
      keys[i] = s[from + i] & 0xFF;
    }
  }

  private static void shorts(short[] s, int from, int count, long[] keys) {
    for (int i = 0; i < count; i++) {
      keys[i] = s[from + i];
    }
  }

  private static void unsignedShorts(short[] s, int from, int count, long[] keys) {
    for (int i = 0; i < count; i++) {
      keys[i] = s[from + i] & 0xFFFF;
    }
  }

  private static void ints(int[] s, int from, int count, long[] keys, int flip) {
    for (int i = 0; i < count; i++) {
      keys[i] = s[from + i] ^ flip;
    }
  }

  private static void longs(long[] s, int from, int count, long[] keys, long flip) {
    for (int i = 0; i < count; i++) {
      keys[i] = s[from + i] ^ flip;
    }
  }

  private static void floats(float[] s, int from, int count, long[] keys) {
    for (int i = 0; i < count; i++) {
      keys[i] = ordered(Float.floatToRawIntBits(s[from + i]));
    }
  }

  /** Bits of a float as a number that is ordered like it; the same again leads back. */
  public static int ordered(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private static void doubles(double[] s, int from, int count, long[] keys) {
    for (int i = 0; i < count; i++) {
      keys[i] = ofDouble(s[from + i]);
    }
  }

  private static long ofDouble(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private double stored(long key) {
    return switch (type) {
      case F32 -> Float.intBitsToFloat(ordered((int) key));
      case F64 -> Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
      case U64 -> unsigned(key ^ Long.MIN_VALUE);
      case U32 -> (double) (key - Integer.MIN_VALUE);
      default -> key;
    };
  }

  /** The double nearest to an unsigned number. */
  private static double unsigned(long value) {
    // The last bit sticks to the halved value, so that rounding to nearest sees it.
    return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
  }

  private long typeLowest() {
    return switch (type) {
      case F32 -> Float.floatToRawIntBits(-Float.MAX_VALUE) ^ Integer.MAX_VALUE;
      case F64 -> ofDouble(-Double.MAX_VALUE);
      case U64, S64 -> Long.MIN_VALUE;
      case U32 -> Integer.MIN_VALUE;
      default -> (long) type.lowest();
    };
  }

  private long typeHighest() {
    return switch (type) {
      case F32 -> Float.floatToRawIntBits(Float.MAX_VALUE);
      case F64 -> ofDouble(Double.MAX_VALUE);
      case U64, S64 -> Long.MAX_VALUE;
      case U32 -> Integer.MAX_VALUE;
      default -> (long) type.highest();
    };
  }

  private long zeroKey() {
    return signed(0) ^ inversion;
  }

  /** A stored integer as a signed one in the same order. */
  private long signed(long stored) {
    return switch (type) {
      case U32 -> stored + Integer.MIN_VALUE;
      case U64 -> stored ^ Long.MIN_VALUE;
      default -> stored;
    };
  }

  /** The key farthest from {@code near} towards {@code far} whose physical value is finite. */
  private long lastFinite(long near, long far) {
    if (!anyFinite() || Double.isFinite(physical(far))) {
      return far;
    }
    int step = far > near ? 1 : -1;
    long good = near;
    long bad = far;
    while (bad != good + step) {
      long middle = (good & bad) + ((good ^ bad) >> 1); // their mean, without overflow
      if (Double.isFinite(physical(middle))) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }
}
