package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A source on a failing disk, for tests.
 *
 * @param source closed with this one
 * @param readable reads from this byte on fail
 * @param failure what they fail with
 */
public record HalfReadable(SourceBytes source, long readable, IOException failure)
    implements SourceBytes {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public SourceVersion version() {
    return source.version();
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    if (position >= readable) {
      throw failure;
    }
    return source.read(target, position);
  }

  @Override
  public void verifyUnchanged() {}

  @Override
  public void close() throws IOException {
    source.close();
  }
}
