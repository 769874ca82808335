package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/** Unpacks a raw LZ4 block, which has to be in memory. */
final class Lz4Piece {

  private Lz4Piece() {}

  static void unpack(StoredBytes stored, Piece.Target target, DecodeContext context)
      throws IOException {
    byte[] packed = stored.all(context);
    int bytes;
    try {
      bytes =
          LZ4Factory.fastestInstance()
              .safeDecompressor()
              .decompress(
                  packed, 0, packed.length, target.array(), target.offset(), target.length());
    } catch (LZ4Exception e) {
      throw DecodeException.malformed("XISF: broken lz4 data: " + e.getMessage(), e);
    }
    if (bytes != target.length()) {
      throw Piece.wrongSize("lz4", bytes, target.length());
    }
  }
}
