package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Samples that a file holds uncompressed: big-endian, one behind the other. */
record PlainSamples(FitsInput input, SampleType type, long offset) implements SampleReader {

  @Override
  public void read(long first, int count, Object target, int at) throws IOException {
    ByteBuffer chunk = Chunks.take();
    try {
      int most = Chunks.BYTES / type.bytes();
      for (int done = 0; done < count; done += most) {
        int step = Math.min(most, count - done);
        chunk.clear().limit(step * type.bytes());
        input.readFully(chunk, offset + (first + done) * type.bytes());
        BigEndian.copy(type, chunk.flip(), target, at + done, step);
      }
    } finally {
      Chunks.giveBack(chunk);
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
