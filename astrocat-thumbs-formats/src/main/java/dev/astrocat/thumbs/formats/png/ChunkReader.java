package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** Finds chunks and reads them through one small window of the file. One thread at a time. */
final class ChunkReader {

  private static final int WINDOW_BYTES = 64 << 10;
  private static final int HEAD_BYTES = 8;
  private static final int TYPE_BYTES = 4;
  private static final int CRC_BYTES = 4;

  private final SourceBytes source;
  private final ByteBuffer window;
  private long windowPosition;

  ChunkReader(SourceBytes source) {
    this.source = source;
    this.window = ByteBuffer.allocate((int) Math.min(WINDOW_BYTES, source.size())).limit(0);
  }

  /** Bytes of the whole file. */
  long fileBytes() {
    return source.size();
  }

  /**
   * The chunk that starts at {@code position}.
   *
   * @throws DecodeException {@code DATA_TRUNCATED} behind the end, {@code DATA_MALFORMED} where no
   *     chunk can be
   */
  Chunk at(long position) throws IOException {
    if (position + HEAD_BYTES > source.size()) {
      throw DecodeException.truncated(
          "PNG: the file ends at byte " + source.size() + ", a chunk should start at " + position);
    }
    return find(position)
        .orElseThrow(() -> DecodeException.malformed("PNG: no chunk at byte " + position));
  }

  /** The chunk that starts at {@code position}, if there is one. */
  Optional<Chunk> find(long position) throws IOException {
    if (position + HEAD_BYTES > source.size()) {
      return Optional.empty();
    }
    ByteBuffer head = window(position, HEAD_BYTES);
    int length = head.getInt();
    int type = head.getInt();
    return length >= 0 && Chunk.isType(type) // lengths stop at 2^31 - 1 (section 5.3)
        ? Optional.of(new Chunk(type, position + HEAD_BYTES, length))
        : Optional.empty();
  }

  /**
   * The data of a chunk, empty if its CRC is wrong.
   *
   * @throws DecodeException {@code DATA_TRUNCATED} if the file ends inside the chunk
   */
  Optional<ByteBuffer> content(Chunk chunk) throws IOException {
    if (chunk.end() > source.size()) {
      throw DecodeException.truncated(
          "PNG: the file ends at byte " + source.size() + " inside chunk " + chunk.name());
    }
    ByteBuffer bytes = ByteBuffer.allocate(TYPE_BYTES + chunk.length() + CRC_BYTES);
    source.readFully(bytes, chunk.dataPosition() - TYPE_BYTES);
    CRC32 crc = new CRC32(); // of type and data (section 5.3)
    crc.update(bytes.array(), 0, TYPE_BYTES + chunk.length());
    boolean sound = bytes.getInt(TYPE_BYTES + chunk.length()) == (int) crc.getValue();
    return sound ? Optional.of(bytes.slice(TYPE_BYTES, chunk.length())) : Optional.empty();
  }

  /**
   * Some bytes from {@code position} on: at least one, at most {@code most}; valid until the next
   * call of any method.
   *
   * @throws DecodeException {@code DATA_TRUNCATED} at the end of the file
   */
  ByteBuffer some(long position, int most) throws IOException {
    if (position >= source.size()) {
      throw DecodeException.truncated(
          "PNG: the file ends at byte " + source.size() + " inside the pixel data");
    }
    ByteBuffer bytes = window(position, 1);
    return bytes.limit(bytes.position() + Math.min(most, bytes.remaining()));
  }

  /** The window from {@code position} on, moved if it does not hold {@code least} bytes there. */
  private ByteBuffer window(long position, int least) throws IOException {
    if (position < windowPosition || position + least > windowPosition + window.limit()) {
      window.clear().limit((int) Math.min(window.capacity(), source.size() - position));
      source.readFully(window, position);
      windowPosition = position;
    }
    return window.duplicate().position((int) (position - windowPosition));
  }
}
