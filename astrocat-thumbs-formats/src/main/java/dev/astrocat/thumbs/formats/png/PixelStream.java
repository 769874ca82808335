package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The zlib stream that the IDAT chunks hold together (section 10.1), inflated as far as it is asked
 * for. Its checksums are not verified: a picture that is all there is worth showing. One thread at
 * a time.
 */
final class PixelStream implements AutoCloseable {

  /**
   * No deflate stream grows by more: 258 bytes from two codes of one bit (RFC 1951 section 3.2.5).
   */
  static final int HIGHEST_RATIO = 1032;

  private final ChunkReader chunks;
  private final DecodeContext context;
  private final Inflater inflater = new Inflater();
  private Chunk chunk;
  private long position;
  private int left;

  PixelStream(ChunkReader chunks, Chunk first, DecodeContext context) {
    this.chunks = chunks;
    this.context = context;
    this.chunk = first;
    this.position = first.dataPosition();
    this.left = first.length();
  }

  /**
   * Inflates the next {@code count} bytes.
   *
   * @throws DecodeException {@code DATA_TRUNCATED} if there are fewer, {@code DATA_MALFORMED} if
   *     they are broken
   */
  void read(byte[] target, int offset, int count) throws IOException {
    context.checkpoint();
    int at = offset;
    int end = offset + count;
    while (at < end) {
      int inflated = inflate(target, at, end - at);
      at += inflated;
      if (inflated == 0) {
        feed();
      }
    }
    context.progressed();
  }

  private int inflate(byte[] target, int offset, int count) {
    try {
      return inflater.inflate(target, offset, count);
    } catch (DataFormatException e) {
      throw DecodeException.malformed("PNG: the pixel data is not a zlib stream", e);
    }
  }

  private void feed() throws IOException {
    if (inflater.needsDictionary()) {
      throw DecodeException.malformed("PNG: the pixel data asks for a dictionary");
    }
    if (inflater.finished()) {
      throw DecodeException.truncated("PNG: the pixel data ends early");
    }
    while (left == 0) {
      context.checkpoint();
      Chunk next = chunks.at(chunk.end());
      if (next.type() != Chunk.IDAT) { // they lie without a gap (section 5.6)
        throw DecodeException.truncated("PNG: the pixel data ends before chunk " + next.name());
      }
      chunk = next;
      position = next.dataPosition();
      left = next.length();
    }
    ByteBuffer bytes = chunks.some(position, left);
    position += bytes.remaining();
    left -= bytes.remaining();
    inflater.setInput(bytes);
  }

  /** Position behind the last IDAT that was needed. */
  long end() {
    return chunk.end();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
