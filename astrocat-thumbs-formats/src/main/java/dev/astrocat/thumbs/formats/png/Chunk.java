package dev.astrocat.thumbs.formats.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a chunk lies (section 5.3).
 *
 * @param type its four letters as one number
 * @param dataPosition position of the first byte behind the type
 * @param length bytes of data; the file may end before them
 */
record Chunk(int type, long dataPosition, int length) {

  static final int IHDR = 0x49484452;
  static final int PLTE = 0x504C5445;
  static final int IDAT = 0x49444154;
  static final int IEND = 0x49454E44;
  static final int TRNS = 0x74524E53;
  static final int ICCP = 0x69434350;
  static final int SRGB = 0x73524742;
  static final int EXIF = 0x65584966;
  static final int CGBI = 0x43674249;

  private static final int ANCILLARY = 0x20 << 24;
  private static final int CRC_BYTES = 4;

  /** Position of the chunk behind this one. */
  long end() {
    return dataPosition + length + CRC_BYTES;
  }

  /** Whether a decoder that does not know this chunk must give up (section 5.4). */
  boolean isCritical() {
    return (type & ANCILLARY) == 0;
  }

  /** The four letters. */
  String name() {
    byte[] letters = ByteBuffer.allocate(Integer.BYTES).putInt(type).array();
    return new String(letters, StandardCharsets.US_ASCII);
  }

  /** Whether this is the type of a chunk at all: four ASCII letters. */
  static boolean isType(int type) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      int letter = type >>> shift & 0xDF; // upper case
      if (letter < 'A' || letter > 'Z' || (type >>> shift & 0x80) != 0) {
        return false;
      }
    }
    return true;
  }
}
