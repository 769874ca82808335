package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;

/** A canonical prefix code: shorter codes first, equally long ones in the order of symbols. */
final class HuffmanTable {

  static final int MOST_BITS = 20;

  private final int[] firstCode = new int[MOST_BITS + 1];
  private final int[] firstIndex = new int[MOST_BITS + 1];
  private final int[] count = new int[MOST_BITS + 1];
  private final int[] symbols;

  /**
   * The code in which symbol {@code i} takes {@code lengths[i]} bits.
   *
   * @param lengths 1 to {@link #MOST_BITS}
   */
  HuffmanTable(int[] lengths) {
    symbols = new int[lengths.length];
    for (int length : lengths) {
      count[length]++;
    }
    int code = 0;
    int index = 0;
    for (int bits = 1; bits <= MOST_BITS; bits++) {
      firstCode[bits] = code;
      firstIndex[bits] = index;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == bits) {
          symbols[index++] = symbol;
        }
      }
      code = (code + count[bits]) << 1;
    }
  }

  /** Takes the bits of one symbol. */
  int next(BitFeed bits) throws IOException {
    int code = 0;
    for (int length = 1; length <= MOST_BITS; length++) {
      code = code << 1 | bits.read(1);
      int inLength = code - firstCode[length];
      if (inLength < count[length] && inLength >= 0) {
        return symbols[firstIndex[length] + inLength];
      }
    }
    throw DecodeException.malformed("bzip2: a code without a symbol");
  }
}
