package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of consecutive IDAT chunks (PNG section 11.2.3) as one stream. */
final class PngData extends InputStream {

  private static final int IDAT = 0x49444154;
  private static final int CRC_BYTES = 4;

  private final SourceImageInputStream in;
  private long left;
  private boolean started;
  private boolean ended;

  /** A stream from the start of the first IDAT chunk. */
  PngData(SourceImageInputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (left == 0 && !ended) {
      nextChunk();
    }
    int count = ended ? -1 : in.read(target, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }

  private void nextChunk() throws IOException {
    if (started) {
      in.seek(in.getStreamPosition() + CRC_BYTES);
    }
    started = true;
    if (in.getStreamPosition() + 8 > in.length()) {
      ended = true;
      return;
    }
    left = in.readUnsignedInt();
    ended = in.readInt() != IDAT;
  }
}
