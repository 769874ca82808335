package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;

/** Unpacks a bzip2 file of one or more streams. One thread at a time. */
public final class Bzip2Stream implements UnpackingStream {

  private static final int BLOCK_UNIT = 100_000;
  private static final int MOST_LEVEL = 9;
  private static final long BLOCK_START = 0x314159265359L;
  private static final long STREAM_END = 0x177245385090L;

  /** After so many equal bytes the next one says how many more there are. */
  private static final int RUN_START = 4;

  private static final int[] CRC = crcTable();

  private final BitFeed bits;
  private final Bzip2Block block;
  private Place place = Place.START;
  private int wantedCrc;
  private int crc;
  private int last;
  private int equal;
  private int pending;

  /** A stream over a source that starts with {@code BZh}. */
  public Bzip2Stream(SourceBytes source) {
    this.bits = new BitFeed(source);
    this.block = new Bzip2Block(bits, MOST_LEVEL * BLOCK_UNIT);
  }

  /**
   * What comes next; each step is one call, so that even a million empty streams can be stopped.
   */
  private enum Place {
    START,
    BETWEEN_BLOCKS,
    IN_BLOCK,
    BEHIND_STREAM,
    END
  }

  @Override
  public int read(byte[] target) throws IOException {
    switch (place) {
      case START -> readStreamStart();
      case BETWEEN_BLOCKS -> readBlockStart();
      case BEHIND_STREAM -> place = bits.isAtEnd() ? Place.END : Place.START;
      case IN_BLOCK -> {
        return expandRuns(target);
      }
      case END -> {
        return -1;
      }
    }
    return 0;
  }

  private void readStreamStart() throws IOException {
    if (bits.read(24) != ('B' << 16 | 'Z' << 8 | 'h')) {
      throw DecodeException.malformed("bzip2: a stream does not start with BZh");
    }
    int level = bits.read(8) - '0';
    if (level < 1 || level > MOST_LEVEL) {
      throw DecodeException.malformed("bzip2: block size " + level);
    }
    place = Place.BETWEEN_BLOCKS;
  }

  private void readBlockStart() throws IOException {
    long magic = (long) bits.read(24) << 24 | bits.read(24);
    wantedCrc = bits.read(32);
    if (magic == STREAM_END) {
      // The checksum is that of all blocks; each has its own.
      bits.alignToByte();
      place = Place.BEHIND_STREAM;
      return;
    }
    if (magic != BLOCK_START) {
      throw DecodeException.malformed("bzip2: a block does not start with its magic number");
    }
    if (bits.readFlag()) {
      throw DecodeException.unsupported("bzip2: a randomised block of an ancient version");
    }
    block.read();
    place = Place.IN_BLOCK;
    crc = -1;
    last = -1;
    equal = 0;
  }

  private int expandRuns(byte[] target) {
    int count = 0;
    while (count < target.length && (pending > 0 || block.hasNext())) {
      if (pending > 0) {
        pending--;
      } else if (equal == RUN_START) {
        pending = block.next();
        equal = 0;
        continue;
      } else {
        int value = block.next();
        equal = value == last ? equal + 1 : 1;
        last = value;
      }
      target[count++] = (byte) last;
      crc = crc << Byte.SIZE ^ CRC[(crc >>> 24) ^ last];
    }
    if (pending == 0 && !block.hasNext()) {
      endBlock();
    }
    return count;
  }

  private void endBlock() {
    place = Place.BETWEEN_BLOCKS;
    if (~crc != wantedCrc) {
      throw DecodeException.malformed("bzip2: the checksum of a block is wrong");
    }
  }

  private static int[] crcTable() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int value = i << 24;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        value = value < 0 ? value << 1 ^ 0x04C11DB7 : value << 1;
      }
      table[i] = value;
    }
    return table;
  }

  @Override
  public void close() {}
}
