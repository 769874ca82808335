package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Canon's CRW: heaps within heaps, each with its directory at its end (Canon's CIFF specification,
 * version 1.0 revision 4). One thread at a time.
 */
final class CiffFile {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_ENTRIES = 2048;
  private static final int ENTRY_BYTES = 10;
  private static final int HEADER_BYTES = 14;

  private static final int IN_ENTRY = 0x4000;
  private static final int TYPE = 0x3800;
  private static final int HEAP_OF_WORDS = 0x2800;
  private static final int HEAP = 0x3000;

  private static final int MAKE_AND_MODEL = 0x080A;
  private static final int IMAGE_INFO = 0x1810;
  private static final int IMAGE_INFO_BYTES = 16;
  private static final int JPG_FROM_RAW = 0x2007;
  private static final int THUMBNAIL = 0x2008;
  private static final int MAX_TEXT = 256;

  private final SourceBytes source;
  private final RawContents contents;
  private final ByteOrder order;
  private int entriesLeft = MAX_ENTRIES;

  private CiffFile(SourceBytes source, RawContents contents, ByteOrder order) {
    this.source = source;
    this.contents = contents;
    this.order = order;
  }

  static void find(SourceBytes source, RawContents contents) throws IOException {
    CiffFile unknownOrder = new CiffFile(source, contents, ByteOrder.BIG_ENDIAN);
    boolean little = unknownOrder.bytes(0, HEADER_BYTES).getShort(0) == 0x4949;
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    CiffFile file = new CiffFile(source, contents, order);
    long start = file.bytes(0, HEADER_BYTES).getInt(2) & 0xFFFFFFFFL;
    file.heap(start, source.size(), 0);
  }

  private void heap(long start, long end, int depth) throws IOException {
    long directory = start + (bytes(end - Integer.BYTES, Integer.BYTES).getInt() & 0xFFFFFFFFL);
    int count = bytes(directory, Short.BYTES).getShort() & 0xFFFF;
    for (int i = 0; i < count && entriesLeft > 0; i++, entriesLeft--) {
      ByteBuffer entry = bytes(directory + Short.BYTES + (long) i * ENTRY_BYTES, ENTRY_BYTES);
      int tag = entry.getShort() & 0xFFFF;
      long length = entry.getInt() & 0xFFFFFFFFL;
      long offset = start + (entry.getInt() & 0xFFFFFFFFL);
      boolean within = offset >= start && length <= end - offset;
      boolean heap = (tag & TYPE) == HEAP_OF_WORDS || (tag & TYPE) == HEAP;
      if ((tag & IN_ENTRY) == 0 && heap && within && depth < MAX_DEPTH) {
        inner(offset, offset + length, depth + 1);
      } else {
        value(tag, offset, length);
      }
    }
  }

  private void inner(long start, long end, int depth) throws IOException {
    try {
      heap(start, end, depth);
    } catch (DecodeException e) {
      contents.damaged(e);
    }
  }

  private void value(int tag, long offset, long length) throws IOException {
    switch (tag) {
      case JPG_FROM_RAW, THUMBNAIL -> contents.preview(offset, length);
      case MAKE_AND_MODEL -> camera(offset, length);
      case IMAGE_INFO -> imageInfo(offset, length);
      default -> {} // of no concern to a preview
    }
  }

  private void camera(long offset, long length) throws IOException {
    byte[] text = bytes(offset, (int) Math.min(length, MAX_TEXT)).array();
    String[] names = new String(text, StandardCharsets.ISO_8859_1).split("\0", 3);
    contents.camera(names[0], names.length > 1 ? names[1] : "");
  }

  /** Width, height, pixel aspect, and degrees to turn clockwise. */
  private void imageInfo(long offset, long length) throws IOException {
    if (length < IMAGE_INFO_BYTES) {
      return;
    }
    ByteBuffer info = bytes(offset, IMAGE_INFO_BYTES);
    contents.sensor(info.getInt(0) & 0xFFFFFFFFL, info.getInt(4) & 0xFFFFFFFFL);
    contents.orientation(QuarterTurns.exif(info.getInt(12)));
  }

  private ByteBuffer bytes(long position, int length) throws IOException {
    if (position < 0 || length > source.size() - position) {
      throw DecodeException.truncated(
          "CRW: the file ends before byte " + position + " + " + length);
    }
    ByteBuffer found = ByteBuffer.allocate(length).order(order);
    source.readFully(found, position);
    return found.flip();
  }
}
