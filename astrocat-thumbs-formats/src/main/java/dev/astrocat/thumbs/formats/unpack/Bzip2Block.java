package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;
import java.util.Arrays;

/**
 * One block of a bzip2 file: prefix codes, move-to-front, and the inverse of the Burrows-Wheeler
 * transform. Its bytes are still coded in runs. One thread at a time.
 */
final class Bzip2Block {

  private static final int GROUP_SYMBOLS = 50;
  private static final int LEAST_TABLES = 2;
  private static final int MOST_TABLES = 6;
  private static final int RUN_B = 1;

  private final BitFeed bits;
  private final int[] links;
  private final int[] counts = new int[256];
  private final byte[] front = new byte[256];
  private int symbols;
  private int length;
  private int at;
  private int given;

  Bzip2Block(BitFeed bits, int capacity) {
    this.bits = bits;
    this.links = new int[capacity];
  }

  /** Reads a block up to its end. */
  void read() throws IOException {
    int origin = bits.read(24);
    readFront();
    int tableCount = bits.read(3);
    require(tableCount >= LEAST_TABLES && tableCount <= MOST_TABLES, "tables", tableCount);
    int[] selectors = readSelectors(tableCount);
    HuffmanTable[] tables = new HuffmanTable[tableCount];
    for (int i = 0; i < tableCount; i++) {
      tables[i] = new HuffmanTable(readLengths());
    }
    readSymbols(tables, selectors);
    require(origin < length, "origin", origin);
    link();
    at = links[origin] >>> Byte.SIZE;
    given = 0;
  }

  boolean hasNext() {
    return given < length;
  }

  /** The next byte, 0 to 255. */
  int next() {
    int link = links[at];
    at = link >>> Byte.SIZE;
    given++;
    return link & 0xFF;
  }

  /** Which bytes occur, in ascending order: sixteen groups of sixteen. */
  private void readFront() throws IOException {
    int groups = bits.read(16);
    symbols = 0;
    for (int group = 0; group < 16; group++) {
      int members = (groups >> 15 - group & 1) == 0 ? 0 : bits.read(16);
      for (int member = 0; member < 16; member++) {
        if ((members >> 15 - member & 1) != 0) {
          front[symbols++] = (byte) (group * 16 + member);
        }
      }
    }
    require(symbols > 0, "bytes in use", symbols);
  }

  private int[] readSelectors(int tableCount) throws IOException {
    int[] selectors = new int[bits.read(15)];
    int[] order = {0, 1, 2, 3, 4, 5};
    for (int i = 0; i < selectors.length; i++) {
      int position = 0;
      while (bits.readFlag()) {
        position++;
        require(position < tableCount, "selector", position);
      }
      int chosen = order[position];
      System.arraycopy(order, 0, order, 1, position);
      order[0] = chosen;
      selectors[i] = chosen;
    }
    return selectors;
  }

  private int[] readLengths() throws IOException {
    int[] lengths = new int[symbols + 2];
    int bitCount = bits.read(5);
    for (int i = 0; i < lengths.length; i++) {
      while (bits.readFlag()) {
        bitCount += bits.readFlag() ? -1 : 1;
        require(bitCount >= 1 && bitCount <= HuffmanTable.MOST_BITS, "code length", bitCount);
      }
      require(bitCount >= 1 && bitCount <= HuffmanTable.MOST_BITS, "code length", bitCount);
      lengths[i] = bitCount;
    }
    return lengths;
  }

  private void readSymbols(HuffmanTable[] tables, int[] selectors) throws IOException {
    int end = symbols + 1;
    int run = 0;
    int runStep = 1;
    length = 0;
    Arrays.fill(counts, 0);
    for (int i = 0; ; i++) {
      int group = i / GROUP_SYMBOLS;
      require(group < selectors.length, "groups", group);
      int symbol = tables[selectors[group]].next(bits);
      if (symbol <= RUN_B) {
        // Runs are numbers in base two with the digits 1 and 2, the lowest first.
        run += runStep << symbol;
        runStep <<= 1;
        require(run <= links.length - length, "run", run);
        continue;
      }
      put(run, front[0]);
      run = 0;
      runStep = 1;
      if (symbol == end) {
        return;
      }
      put(1, moveToFront(symbol - 1));
    }
  }

  private byte moveToFront(int position) {
    byte value = front[position];
    System.arraycopy(front, 0, front, 1, position);
    front[0] = value;
    return value;
  }

  private void put(int count, byte value) {
    require(count <= links.length - length, "block length", length + (long) count);
    Arrays.fill(links, length, length + count, value & 0xFF);
    counts[value & 0xFF] += count;
    length += count;
  }

  /** Leads from each byte to the one that follows it in the original. */
  private void link() {
    int sum = 0;
    for (int value = 0; value < counts.length; value++) {
      int count = counts[value];
      counts[value] = sum;
      sum += count;
    }
    for (int i = 0; i < length; i++) {
      links[counts[links[i] & 0xFF]++] |= i << Byte.SIZE;
    }
  }

  private static void require(boolean sound, String what, long value) {
    if (!sound) {
      throw DecodeException.malformed("bzip2: " + what + " " + value);
    }
  }
}
