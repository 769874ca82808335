package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.unpack.UnpackingStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A FITS file inside gzip or bzip2, unpacked into a temporary file, but never further than somebody
 * has asked for: a header that declares too much is refused before its data is unpacked.
 */
final class UnpackedInput implements FitsInput {

  private static final int PIECE_BYTES = 1 << 16;

  private final UnpackingStream stream;
  private final FileChannel spool;
  private final DecodeContext context;
  private final byte[] piece = new byte[PIECE_BYTES];
  private volatile long unpacked;
  private boolean ended;

  UnpackedInput(UnpackingStream stream, DecodeContext context) throws IOException {
    this.stream = stream;
    this.context = context;
    Path file = Files.createTempFile("astrocat-", ".fits");
    // Opened for deletion: the bytes go when the channel is closed, or the process dies.
    this.spool =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public boolean reaches(long end) throws IOException {
    return end <= unpacked || unpackTo(end);
  }

  private synchronized boolean unpackTo(long end) throws IOException {
    while (unpacked < end && !ended) {
      context.checkpoint();
      int count = stream.read(piece);
      ended = count < 0;
      if (count > 0) {
        append(count);
      }
    }
    return end <= unpacked;
  }

  private void append(int count) throws IOException {
    if (unpacked + count > context.limits().maxSourceBytes()) {
      throw new LimitException(
          ErrorCode.LIMIT_DIMENSIONS,
          "FITS: the file unpacks to more than the limit of "
              + context.limits().maxSourceBytes()
              + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(piece, 0, count);
    long at = unpacked;
    while (bytes.hasRemaining()) {
      at += spool.write(bytes, at);
    }
    unpacked = at;
  }

  @Override
  public void readFully(ByteBuffer target, long position) throws IOException {
    if (!reaches(position + target.remaining())) {
      throw new EOFException("the unpacked file ends at byte " + unpacked);
    }
    long at = position;
    while (target.hasRemaining()) {
      at += spool.read(target, at);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    ended = true;
    stream.close();
    spool.close();
  }
}
