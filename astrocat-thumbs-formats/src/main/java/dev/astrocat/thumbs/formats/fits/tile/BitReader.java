package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of a byte array, the highest of each byte first. Behind the end it reads zeros, a little
 * ahead of {@link #requireInside}. One thread at a time.
 */
final class BitReader {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final int end;

  /** The next bits, from the highest on; {@code have} of them are counted. */
  private long ahead;

  private int have;
  private int at;

  BitReader(PackedTile packed) {
    this.bytes = packed.bytes();
    this.end = packed.length();
  }

  /** Takes 1 to 32 bits. */
  int read(int count) {
    refill();
    int value = (int) (ahead >>> (Long.SIZE - count));
    ahead <<= count;
    have -= count;
    return value;
  }

  /** Takes zeros up to a one, then {@code lowBits} bits: zeros * 2^lowBits + bits. */
  int readRice(int lowBits) {
    refill();
    int zeros = Long.numberOfLeadingZeros(ahead);
    if (zeros + 1 + lowBits > have) {
      return readLongRice(lowBits);
    }
    long behindOne = ahead << zeros << 1;
    ahead = behindOne << lowBits;
    have -= zeros + 1 + lowBits;
    return zeros << lowBits | (int) (behindOne >>> 1 >>> (Long.SIZE - 1 - lowBits));
  }

  private int readLongRice(int lowBits) {
    int zeros = 0;
    while (read(1) == 0) {
      zeros++;
      requireInside();
    }
    return zeros << lowBits | (lowBits == 0 ? 0 : read(lowBits));
  }

  /** Brings in whole bytes until more than 56 bits are counted. */
  private void refill() {
    long next = at <= end ? (long) LONGS.get(bytes, at) : 0;
    ahead |= next >>> have;
    at += (Long.SIZE - 1 - have) >>> 3;
    have |= 56;
  }

  /** Checks that no bit behind the end was taken. */
  void requireInside() {
    if (at * 8L - have > end * 8L) {
      throw DecodeException.truncated("FITS: the data of a compressed tile ends early");
    }
  }
}
