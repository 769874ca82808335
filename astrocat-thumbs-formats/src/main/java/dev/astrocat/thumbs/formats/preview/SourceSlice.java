package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A part of a source that is a file of its own. Closing it leaves the source open. Thread-safe, as
 * the source is.
 *
 * @param source the whole
 * @param offset where the part starts
 * @param size bytes of the part, all inside the source
 */
record SourceSlice(SourceBytes source, long offset, long size) implements SourceBytes {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public SourceVersion version() {
    return source.version();
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    if (position >= size) {
      return -1;
    }
    int count = (int) Math.min(target.remaining(), size - position);
    ByteBuffer part = target.slice(target.position(), count);
    int read = source.read(part, offset + position);
    target.position(target.position() + Math.max(0, read));
    return read;
  }

  @Override
  public void verifyUnchanged() throws IOException {
    source.verifyUnchanged();
  }

  @Override
  public void close() {}
}
