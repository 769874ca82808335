package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import java.util.List;

/** How a data block is compressed (XISF 1.0 section 10.6; zstd since PixInsight 1.8.9). */
enum Codec {
  /** Deflate in a zlib wrapper: 258 bytes of at most two bits each, and headers. */
  ZLIB(1040),
  /** A raw LZ4 block, by whichever encoder: a length grows by 255 with each byte. */
  LZ4(256),
  /** Zstandard frames: blocks of up to 128 KiB are repeated by 4 bytes. */
  ZSTD(33_000);

  /** No block is smaller than this many bytes of headers. */
  private static final int SLACK_BYTES = 64;

  private final long mostBytesPerByte;

  Codec(long mostBytesPerByte) {
    this.mostBytesPerByte = mostBytesPerByte;
  }

  static Codec of(String name) {
    return switch (name) {
      case "zlib" -> ZLIB;
      case "lz4", "lz4hc" -> LZ4;
      case "zstd" -> ZSTD;
      default ->
          throw DecodeException.unsupported(
              "XISF: compression " + name + " is not known; there are zlib, lz4, lz4hc and zstd");
    };
  }

  /** Whether so many bytes can come of so few. */
  boolean canHold(long storedBytes, long bytes) {
    return bytes / mostBytesPerByte <= storedBytes + SLACK_BYTES;
  }

  /**
   * Unpacks pieces one behind the other.
   *
   * @param target of as many bytes as the pieces declare together
   */
  void unpack(StoredBytes stored, List<Piece> pieces, byte[] target, DecodeContext context)
      throws IOException {
    long from = 0;
    int to = 0;
    for (Piece piece : pieces) {
      context.checkpoint();
      StoredBytes bytes = stored.part(from, piece.storedBytes());
      Piece.Target part = new Piece.Target(target, to, (int) piece.bytes());
      switch (this) {
        case ZLIB -> ZlibPiece.unpack(bytes, part, context);
        case LZ4 -> Lz4Piece.unpack(bytes, part, context);
        case ZSTD -> ZstdPiece.unpack(bytes, part, context);
      }
      from += piece.storedBytes();
      to += (int) piece.bytes();
      context.progressed();
    }
  }
}
