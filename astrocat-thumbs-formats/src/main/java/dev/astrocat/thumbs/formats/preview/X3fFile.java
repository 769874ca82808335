package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.tiff.TiffBytes;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Sigma's X3F: sections, little-endian, found through a directory whose place is the last number of
 * the file (Foveon's X3F specification, sections 2 to 4). One thread at a time.
 */
final class X3fFile {

  private static final int HEADER_BYTES = 52;
  private static final int VERSION_AT = 4;
  private static final int COLUMNS_AT = 28;
  private static final int COLUMNS_AT_OF_VERSION_4 = 40;
  private static final int VERSION_4 = 4 << 16;
  private static final int DIRECTORY_HEADER_BYTES = 12;
  private static final int MAX_SECTIONS = 64;
  private static final int ENTRY_BYTES = 12;
  private static final int IMAGE_HEADER_BYTES = 28;
  private static final int FORMAT_AT = 12;
  private static final int JPEG = 18;
  private static final int DIRECTORY = name("SECd");
  private static final int IMAGE = name("IMAG");
  private static final int PROCESSED_IMAGE = name("IMA2");

  private final TiffBytes bytes;
  private final RawContents contents;

  private X3fFile(TiffBytes bytes, RawContents contents) {
    this.bytes = bytes;
    this.contents = contents;
  }

  static void find(SourceBytes source, RawContents contents) throws IOException {
    X3fFile file = new X3fFile(TiffBytes.of(source), contents);
    file.header();
    long end = source.size() - Integer.BYTES;
    file.directory(file.exactly(end, Integer.BYTES).getInt() & 0xFFFFFFFFL);
  }

  private void header() throws IOException {
    ByteBuffer header = exactly(0, HEADER_BYTES);
    boolean quattro = header.getInt(VERSION_AT) >= VERSION_4;
    header.position(quattro ? COLUMNS_AT_OF_VERSION_4 : COLUMNS_AT);
    contents.sensor(header.getInt(), header.getInt());
    contents.orientation(QuarterTurns.exif(header.getInt()));
    contents.camera("SIGMA", "");
  }

  private void directory(long at) throws IOException {
    ByteBuffer header = exactly(at, DIRECTORY_HEADER_BYTES);
    if (header.getInt(0) != DIRECTORY) {
      throw DecodeException.malformed("X3F: no directory at byte " + at);
    }
    int count = (int) Math.min(header.getInt(8) & 0xFFFFFFFFL, MAX_SECTIONS);
    ByteBuffer entries = exactly(at + DIRECTORY_HEADER_BYTES, count * ENTRY_BYTES);
    for (int i = 0; i < count; i++) {
      long offset = entries.getInt() & 0xFFFFFFFFL;
      long length = entries.getInt() & 0xFFFFFFFFL;
      int type = entries.getInt();
      if (type == IMAGE || type == PROCESSED_IMAGE) {
        image(offset, length);
      }
    }
  }

  private void image(long offset, long length) throws IOException {
    ByteBuffer header = bytes.at(offset, IMAGE_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    if (header.remaining() == IMAGE_HEADER_BYTES && header.getInt(FORMAT_AT) == JPEG) {
      contents.preview(offset + IMAGE_HEADER_BYTES, length - IMAGE_HEADER_BYTES);
    }
  }

  private ByteBuffer exactly(long at, int length) throws IOException {
    ByteBuffer found = bytes.at(at, length).order(ByteOrder.LITTLE_ENDIAN);
    if (found.remaining() < length) {
      throw DecodeException.truncated("X3F: the file ends before byte " + at + " + " + length);
    }
    return found;
  }

  /** Four letters as a little-endian number. */
  private static int name(String letters) {
    int number = 0;
    for (int i = letters.length() - 1; i >= 0; i--) {
      number = number << 8 | letters.charAt(i);
    }
    return number;
  }
}
