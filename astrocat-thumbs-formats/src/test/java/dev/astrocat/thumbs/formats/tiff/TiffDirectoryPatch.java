package dev.astrocat.thumbs.formats.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Changes values in a little-endian TIFF file, to make lies. */
final class TiffDirectoryPatch {

  private TiffDirectoryPatch() {}

  /** Sets the inline value of a tag of the first directory. */
  static void set(byte[] file, int tag, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int at = entry(bytes, tag);
    bytes.putInt(at + 8, value);
  }

  /** Sets the number of values of a tag. */
  static void count(byte[] file, int tag, int count) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(entry(bytes, tag) + 4, count);
  }

  /** Where the offset of the next directory is. */
  static int next(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int start = bytes.getInt(4);
    return start + 2 + 12 * bytes.getShort(start);
  }

  /** Where the entry of a tag of a BigTIFF is. */
  static int bigEntry(byte[] file, int tag) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = (int) bytes.getLong(8) + 8; at < bytes.limit(); at += 20) {
      if (bytes.getShort(at) == (short) tag) {
        return at;
      }
    }
    throw new IllegalArgumentException("no tag " + tag);
  }

  private static int entry(ByteBuffer bytes, int tag) {
    int start = bytes.getInt(4);
    for (int at = start + 2; at < bytes.limit(); at += 12) {
      if (bytes.getShort(at) == (short) tag) {
        return at;
      }
    }
    throw new IllegalArgumentException("no tag " + tag);
  }
}
