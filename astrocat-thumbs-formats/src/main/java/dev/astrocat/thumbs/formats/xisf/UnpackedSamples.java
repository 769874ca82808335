package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.samples.SampleBytes;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Samples of a block that was unpacked whole, in their order. Thread-safe.
 *
 * @param bytes all of the block
 * @param type sample type
 * @param order of the bytes of a sample
 */
record UnpackedSamples(byte[] bytes, SampleType type, ByteOrder order) implements SampleReader {

  @Override
  public void read(long first, int count, Object target, int at) {
    int size = type.bytes();
    ByteBuffer from = ByteBuffer.wrap(bytes, (int) first * size, count * size).order(order);
    SampleBytes.copy(type, from, target, at, count);
  }

  @Override
  public void close() {}
}
