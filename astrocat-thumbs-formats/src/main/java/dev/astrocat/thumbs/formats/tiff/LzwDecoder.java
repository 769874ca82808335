package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;

/**
 * TIFF's LZW (TIFF 6.0 section 13), and the older variant with reversed bits that writers before
 * 1988 left behind. One thread at a time.
 */
final class LzwDecoder {

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST_CODE = 258;
  private static final int TABLE_SIZE = 4096;

  private final int[] prefix = new int[TABLE_SIZE];
  private final byte[] suffix = new byte[TABLE_SIZE];
  private final int[] length = new int[TABLE_SIZE];
  private final byte[] in;
  private final int inLength;
  private final boolean oldStyle;
  private long bit;

  LzwDecoder(byte[] in, int inLength) {
    this.in = in;
    this.inLength = inLength;
    // The first code is CLEAR, 9 bits: 0x80 0x00 in the new bit order, 0x00 0x01 in the old.
    this.oldStyle = inLength >= 2 && in[0] == 0 && (in[1] & 1) == 1;
    for (int i = 0; i < CLEAR; i++) {
      suffix[i] = (byte) i;
      length[i] = 1;
    }
  }

  /** Fills {@code out}; returns the number of bytes, fewer where the data ends early. */
  int decode(byte[] out, int outLength) {
    int written = 0;
    int next = FIRST_CODE;
    int width = 9;
    int previous = -1;
    while (written < outLength) {
      int code = code(width);
      if (code < 0 || code == END) {
        return written;
      }
      if (code == CLEAR) {
        next = FIRST_CODE;
        width = 9;
        previous = -1;
        continue;
      }
      if (code > next || (previous < 0 && code >= CLEAR) || (code == next && previous < 0)) {
        throw DecodeException.malformed("TIFF: LZW code " + code + " before it is defined");
      }
      if (previous >= 0 && next < TABLE_SIZE) {
        prefix[next] = previous;
        length[next] = length[previous] + 1;
        suffix[next] = first(code == next ? previous : code);
        next++;
      }
      written += write(code, out, written, outLength);
      previous = code;
      // The old variant widens its codes one code later.
      if (next + (oldStyle ? 0 : 1) >= 1 << width && width < 12) {
        width++;
      }
    }
    return written;
  }

  private byte first(int code) {
    int at = code;
    while (at >= CLEAR) {
      at = prefix[at];
    }
    return (byte) at;
  }

  private int write(int code, byte[] out, int position, int outLength) {
    int count = length[code];
    int at = code;
    for (int i = position + count - 1; i >= position; i--) {
      if (i < outLength) {
        out[i] = suffix[at];
      }
      at = prefix[at];
    }
    return Math.min(count, outLength - position);
  }

  private int code(int width) {
    if (bit + width > 8L * inLength) {
      return -1;
    }
    int at = (int) (bit >>> 3);
    int shift = (int) (bit & 7);
    bit += width;
    if (oldStyle) {
      return ((byteAt(at) | byteAt(at + 1) << 8 | byteAt(at + 2) << 16) >>> shift)
          & ((1 << width) - 1);
    }
    int bits = byteAt(at) << 16 | byteAt(at + 1) << 8 | byteAt(at + 2);
    return (bits >>> (24 - shift - width)) & ((1 << width) - 1);
  }

  private int byteAt(int index) {
    return index < inLength ? in[index] & 0xFF : 0;
  }
}
