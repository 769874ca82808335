package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.source.SourceVersion;
import java.nio.ByteBuffer;

/** Bytes of one strip or tile, as a source that an image reader can read. */
record ChunkBytes(byte[] bytes) implements SourceBytes {

  @Override
  public String name() {
    return "strip";
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SourceVersion version() {
    return new SourceVersion("strip");
  }

  @Override
  public int read(ByteBuffer target, long position) {
    if (position >= bytes.length) {
      return -1;
    }
    int count = Math.min(target.remaining(), bytes.length - (int) position);
    target.put(bytes, (int) position, count);
    return count;
  }

  @Override
  public void verifyUnchanged() {}

  @Override
  public void close() {}
}
