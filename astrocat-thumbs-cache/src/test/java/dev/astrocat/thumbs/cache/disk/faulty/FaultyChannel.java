package dev.astrocat.thumbs.cache.disk.faulty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A channel that writes little at once, and whose writes and closing may fail.
 *
 * @param real the channel that it passes everything on to
 * @param faults when to fail
 */
record FaultyChannel(SeekableByteChannel real, Faults faults) implements SeekableByteChannel {

  private static final int MOST_BYTES = 1_000;

  @Override
  public int read(ByteBuffer target) throws IOException {
    faults.operation();
    return real.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    faults.operation();
    int most = Math.min(MOST_BYTES, source.remaining());
    int written = real.write(source.slice(source.position(), most));
    source.position(source.position() + written);
    return written;
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    real.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return real.isOpen();
  }

  @Override
  public void close() throws IOException {
    real.close();
    faults.operation();
  }
}
