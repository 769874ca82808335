package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.samples.SampleBytes;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Samples of an unpacked block that was shuffled in items of another size than that of a sample,
 * which is odd but allowed. Thread-safe.
 *
 * @param bytes all of the block
 * @param itemBytes bytes of an item
 * @param type sample type
 * @param order of the bytes of a sample
 */
record RegroupedSamples(byte[] bytes, int itemBytes, SampleType type, ByteOrder order)
    implements SampleReader {

  private static final int CHUNK_BYTES = 64 << 10;

  @Override
  public void read(long first, int count, Object target, int at) {
    int size = type.bytes();
    int most = CHUNK_BYTES / size;
    byte[] chunk = new byte[Math.min(count, most) * size];
    for (int done = 0; done < count; done += most) {
      int step = Math.min(most, count - done);
      gather((int) (first + done) * size, chunk, step * size);
      ByteBuffer ordered = ByteBuffer.wrap(chunk).order(order);
      SampleBytes.copy(type, ordered, target, at + done, step);
    }
  }

  /** Bytes behind the last whole item stay where they are (XISF 1.0 section 10.6.4). */
  private void gather(int from, byte[] chunk, int count) {
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
