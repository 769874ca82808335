package dev.astrocat.thumbs.formats.xisf;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;

/** Unpacks Zstandard frames by an optional library. */
final class ZstdPiece {

  private ZstdPiece() {}

  static void unpack(StoredBytes stored, Piece.Target target, DecodeContext context)
      throws IOException {
    byte[] packed = stored.all(context);
    long bytes;
    try {
      bytes = Library.unpack(packed, target);
    } catch (LinkageError e) { // not on the class path, or without its native part
      throw new DecodeException(
          ErrorCode.FORMAT_UNSUPPORTED,
          "XISF: zstd needs the library com.github.luben:zstd-jni; add it to the application",
          e);
    }
    if (bytes != target.length()) {
      throw Piece.wrongSize("zstd", bytes, target.length());
    }
  }

  /** A class of its own, because one that catches an absent class cannot be linked. */
  private static final class Library {

    static long unpack(byte[] packed, Piece.Target target) {
      try {
        return Zstd.decompressByteArray(
            target.array(), target.offset(), target.length(), packed, 0, packed.length);
      } catch (ZstdException e) {
        throw DecodeException.malformed("XISF: broken zstd data: " + e.getMessage(), e);
      }
    }
  }
}
