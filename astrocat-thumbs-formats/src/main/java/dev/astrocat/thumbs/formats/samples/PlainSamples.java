package dev.astrocat.thumbs.formats.samples;

import dev.astrocat.thumbs.decode.SampleType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Samples that a file holds uncompressed, one behind the other; read when they are wanted.
 *
 * @param bytes of the file
 * @param owned closed with the samples
 * @param type sample type
 * @param order of the bytes of a sample
 * @param offset of the first sample in the file
 */
public record PlainSamples(
    PositionedBytes bytes, Closeable owned, SampleType type, ByteOrder order, long offset)
    implements SampleReader {

  @Override
  public void read(long first, int count, Object target, int at) throws IOException {
    ByteBuffer chunk = Chunks.take();
    try {
      int most = Chunks.BYTES / type.bytes();
      for (int done = 0; done < count; done += most) {
        int step = Math.min(most, count - done);
        chunk.clear().limit(step * type.bytes());
        bytes.readFully(chunk, offset + (first + done) * type.bytes());
        SampleBytes.copy(type, chunk.flip().order(order), target, at + done, step);
      }
    } finally {
      Chunks.giveBack(chunk);
    }
  }

  @Override
  public void close() throws IOException {
    owned.close();
  }
}
