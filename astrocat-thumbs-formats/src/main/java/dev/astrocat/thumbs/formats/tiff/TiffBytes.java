package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes of a TIFF file by position; fewer than wanted at the end of what may be read. */
@FunctionalInterface
public interface TiffBytes {

  /** Up to {@code length} bytes from {@code position} on. */
  ByteBuffer at(long position, int length) throws IOException;

  /** Bytes of an open file. */
  static TiffBytes of(SourceBytes source) {
    return (position, length) -> {
      int count = (int) Math.max(0, Math.min(length, source.size() - position));
      ByteBuffer bytes = ByteBuffer.allocate(count);
      if (position >= 0) {
        source.readFully(bytes, position);
      }
      return bytes.flip();
    };
  }

  /** The same bytes with positions that count from {@code base} on, as those of a TIFF inside. */
  default TiffBytes from(long base) {
    return (position, length) ->
        position < 0 ? ByteBuffer.allocate(0) : at(base + position, length);
  }

  /** Bytes of a file that is only being recognised. */
  static TiffBytes of(SourceHead head) {
    return head::at;
  }
}
