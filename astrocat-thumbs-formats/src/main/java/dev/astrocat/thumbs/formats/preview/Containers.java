package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.tiff.TiffBytes;
import dev.astrocat.thumbs.formats.tiff.TiffFile;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Chooses how to walk through a RAW file, by its first bytes. */
final class Containers {

  private static final int TIFF_HEADER_BYTES = 8;

  private Containers() {}

  /** The way through a file that is known to be a camera RAW. */
  static PreviewFinder of(SourceHead head) {
    if (head.startsWith(0, "FUJIFILMCCD-RAW")) {
      return RafFile::find;
    }
    if (head.startsWith(4, "ftyp")) {
      return Cr3File::find;
    }
    if (head.startsWith(6, "HEAPCCDR")) {
      return CiffFile::find;
    }
    if (head.startsWith(0, "FOVb")) {
      return X3fFile::find;
    }
    if (head.startsWith(0, "\0MRM")) {
      return MrwFile::find;
    }
    return head.startsWith(0, "II") || head.startsWith(0, "MM")
        ? Containers::tiff
        : (source, contents) -> {};
  }

  /** TIFF with 42, 43, or a maker's own number in its place (Olympus, Panasonic). */
  private static void tiff(SourceBytes source, RawContents contents) throws IOException {
    TiffBytes bytes = TiffBytes.of(source);
    ByteBuffer header = bytes.at(0, TIFF_HEADER_BYTES);
    if (header.remaining() < TIFF_HEADER_BYTES) {
      throw DecodeException.truncated("RAW: the file ends inside its header; copy it again");
    }
    TiffPreviews.find(
        TiffFile.hasMagic(header) ? TiffFile.open(bytes) : kin(header, bytes), bytes, 0, contents);
  }

  private static TiffFile kin(ByteBuffer header, TiffBytes bytes) {
    header.order(header.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return TiffFile.of(bytes, header.order(), header.getInt(4) & 0xFFFFFFFFL);
  }
}
