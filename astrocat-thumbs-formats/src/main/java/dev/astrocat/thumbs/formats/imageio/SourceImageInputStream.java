package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/**
 * A source as ImageIO wants to see it: positional reads through one buffer, no temporary file.
 * Every refill checks the deadline, so a long decode of a library stops too. It remembers its own
 * failure, because libraries wrap or swallow it. One thread at a time.
 */
public final class SourceImageInputStream extends ImageInputStreamImpl {

  private static final int BUFFER_BYTES = 32 << 10;

  /** Readers look a few bytes ahead; this many are a loop. */
  private static final int MAX_READS_BEHIND_END = 1 << 16;

  private final SourceBytes source;
  private final DecodeContext context;

  /** The first byte that was never read: a library that reads the same bytes again gets nowhere. */
  private long furthest;

  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long bufferStart;
  private int readsBehindEnd;
  private @Nullable IOException ioFailure;
  private @Nullable ThumbnailException ownFailure;

  /** A stream from the first byte; closing it does not close the source. */
  public SourceImageInputStream(SourceBytes source, DecodeContext context) {
    this.source = source;
    this.context = context;
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    if (!fill()) {
      return behindEnd();
    }
    int value = buffer.get((int) (streamPos - bufferStart)) & 0xFF;
    streamPos++;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    checkClosed();
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    int done = 0;
    // Callers take a short read for the end: see readShort of the superclass.
    while (done < length && fill()) {
      int at = (int) (streamPos - bufferStart);
      int count = Math.min(length - done, buffer.limit() - at);
      buffer.get(at, target, offset + done, count);
      streamPos += count;
      done += count;
    }
    return done == 0 ? behindEnd() : done;
  }

  /**
   * Some libraries read on behind the end as if zeros were there, for as many pixels as the header
   * promises, which can take for ever.
   */
  private int behindEnd() {
    readsBehindEnd++;
    if (readsBehindEnd > MAX_READS_BEHIND_END) {
      ownFailure = DecodeException.truncated("the image data ends early; copy the file again");
      throw ownFailure;
    }
    return -1;
  }

  @Override
  public long length() {
    return source.size();
  }

  /** Whether a read found nothing at all: the library wanted bytes behind the end. */
  public boolean passedEnd() {
    return readsBehindEnd > 0;
  }

  /** Whoever reads this stream has decoded some rows. */
  void progressed() {
    context.progressed();
  }

  /** Throws what made a read of this stream fail, if one did. */
  void rethrowOwnFailure() throws IOException {
    if (ownFailure != null) {
      throw ownFailure;
    }
    if (ioFailure != null) {
      throw ioFailure;
    }
  }

  private boolean fill() throws IOException {
    if (streamPos >= bufferStart && streamPos < bufferStart + buffer.limit()) {
      return true;
    }
    try {
      context.checkpoint();
      buffer.clear();
      bufferStart = streamPos;
      int count = source.read(buffer, streamPos);
      buffer.flip();
      if (streamPos + count > furthest) {
        furthest = streamPos + count;
        context.progressed();
      }
      return count > 0;
    } catch (ThumbnailException e) {
      buffer.limit(0);
      ownFailure = e;
      throw e;
    } catch (IOException e) {
      buffer.limit(0);
      ioFailure = e;
      throw e;
    }
  }
}
