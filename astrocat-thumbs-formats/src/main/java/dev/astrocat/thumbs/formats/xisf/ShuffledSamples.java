package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.samples.SampleBytes;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Samples of an unpacked block whose bytes are shuffled: first the first byte of every item, then
 * the second of every item, and so on (XISF 1.0 section 10.6.4). They are put in order when they
 * are read, which saves a pass over the block and its memory twice. Thread-safe.
 *
 * @param bytes all of the block
 * @param itemBytes bytes of an item; any number, though writers use that of a sample
 * @param type sample type
 * @param order of the bytes of a sample
 */
record ShuffledSamples(byte[] bytes, int itemBytes, SampleType type, ByteOrder order)
    implements SampleReader {

  /** Stays in the first-level cache of a core between being filled and being read. */
  private static final int CHUNK_BYTES = 8 << 10;

  /** The samples of a block, put in order the fastest way there is. */
  static SampleReader of(byte[] bytes, int itemBytes, SampleType type, ByteOrder order) {
    return type == SampleType.U16 && itemBytes == Short.BYTES
        ? new ShuffledPairs(bytes, order)
        : new ShuffledSamples(bytes, itemBytes, type, order);
  }

  @Override
  public void read(long first, int count, Object target, int at) {
    int size = type.bytes();
    int most = CHUNK_BYTES / size;
    byte[] chunk = new byte[Math.min(count, most) * size];
    ByteBuffer ordered = ByteBuffer.wrap(chunk).order(order);
    for (int done = 0; done < count; done += most) {
      int step = Math.min(most, count - done);
      unshuffle((int) first + done, step, chunk);
      SampleBytes.copy(type, ordered.rewind(), target, at + done, step);
    }
  }

  private void unshuffle(int first, int count, byte[] chunk) {
    if (itemBytes != type.bytes()) {
      unshuffleItems(first * type.bytes(), count * type.bytes(), chunk);
      return;
    }
    for (int from = 0; from < itemBytes; from += Integer.BYTES) { // 4 or 8
      quadruples(from, first, count, chunk);
    }
  }

  /** Four of the bytes of each item. */
  private void quadruples(int from, int first, int count, byte[] chunk) {
    int items = bytes.length / itemBytes;
    int b0 = from * items + first;
    int b1 = b0 + items;
    int b2 = b1 + items;
    int b3 = b2 + items;
    for (int i = 0, to = from; i < count; i++, to += itemBytes) {
      chunk[to] = bytes[b0 + i];
      chunk[to + 1] = bytes[b1 + i];
      chunk[to + 2] = bytes[b2 + i];
      chunk[to + 3] = bytes[b3 + i];
    }
  }

  /** Items that are no samples; bytes behind the last whole item stay where they are. */
  private void unshuffleItems(int from, int count, byte[] chunk) {
    int items = bytes.length / itemBytes;
    int shuffled = items * itemBytes;
    for (int i = 0; i < count; i++) {
      int at = from + i;
      chunk[i] = bytes[at < shuffled ? at % itemBytes * items + at / itemBytes : at];
    }
  }

  @Override
  public void close() {}
}
