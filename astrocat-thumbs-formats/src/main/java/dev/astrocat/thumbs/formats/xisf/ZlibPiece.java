package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a piece, reading it bit by bit from the file. */
final class ZlibPiece {

  private static final int INPUT_BYTES = 64 << 10;

  /** Output between two looks at the clock: a few milliseconds. */
  private static final int STEP_BYTES = 1 << 20;

  private ZlibPiece() {}

  static void unpack(StoredBytes stored, Piece.Target target, DecodeContext context)
      throws IOException {
    Inflater inflater = new Inflater();
    try {
      int filled = fill(inflater, stored, target, context);
      boolean more = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (filled < target.length() || more) {
        throw Piece.wrongSize("zlib", filled + (more ? 1 : 0), target.length());
      }
    } catch (DataFormatException e) {
      throw DecodeException.malformed("XISF: broken zlib data: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static int fill(
      Inflater inflater, StoredBytes stored, Piece.Target target, DecodeContext context)
      throws IOException, DataFormatException {
    ByteBuffer input = ByteBuffer.allocate((int) Math.min(INPUT_BYTES, stored.length()));
    long taken = 0;
    int filled = 0;
    while (filled < target.length() && !inflater.finished()) {
      if (inflater.needsInput()) {
        if (taken == stored.length()) {
          break;
        }
        input.clear().limit((int) Math.min(input.capacity(), stored.length() - taken));
        stored.read(input, taken);
        taken += input.limit();
        inflater.setInput(input.array(), 0, input.limit());
      }
      int most = Math.min(STEP_BYTES, target.length() - filled);
      int count = inflater.inflate(target.array(), target.offset() + filled, most);
      if (count == 0 && inflater.needsDictionary()) {
        throw DecodeException.malformed("XISF: zlib data that needs a dictionary");
      }
      filled += count;
      context.progressed();
      context.checkpoint();
    }
    return filled;
  }
}
