package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.tiff.TiffBytes;
import dev.astrocat.thumbs.formats.tiff.TiffFile;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Minolta's MRW: blocks, big-endian, one of which is a TIFF with offsets of its own. */
final class MrwFile {

  private static final int BLOCK_HEADER_BYTES = 8;
  private static final int MAX_BLOCKS = 64;
  private static final int TTW = 0x00545457;

  private MrwFile() {}

  static void find(SourceBytes source, RawContents contents) throws IOException {
    TiffBytes bytes = TiffBytes.of(source);
    long at = BLOCK_HEADER_BYTES; // the first block holds all others
    for (int i = 0; i < MAX_BLOCKS; i++) {
      ByteBuffer header = bytes.at(at, BLOCK_HEADER_BYTES);
      if (header.remaining() < BLOCK_HEADER_BYTES) {
        throw DecodeException.truncated("MRW: the file ends before its block TTW; copy it again");
      }
      at += BLOCK_HEADER_BYTES;
      if (header.getInt() == TTW) {
        TiffBytes inner = bytes.from(at);
        TiffPreviews.find(TiffFile.open(inner), inner, at, contents);
        return;
      }
      at += header.getInt() & 0xFFFFFFFFL;
    }
    throw DecodeException.malformed("MRW: no block TTW among the first " + MAX_BLOCKS);
  }
}
