package dev.astrocat.thumbs.formats.webp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The size of the picture in a plain WebP file, as its only chunk tells. Immutable.
 *
 * @param width columns
 * @param height rows
 */
record Canvas(int width, int height) {

  private static final int CHUNK_AT = 12;
  private static final int DATA_AT = 20;
  private static final int LOSSY_START_CODE = 0x2A019D; // RFC 6386 section 9.1
  private static final int LOSSLESS_SIGNATURE = 0x2F; // RFC 9649 section 3.4
  private static final int SIDE = (1 << 14) - 1;

  /** Of a file as the library wrote it. */
  static Canvas of(byte[] webp) {
    ByteBuffer file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    if (webp.length >= DATA_AT + 10
        && type(webp, 0).equals("RIFF")
        && type(webp, 8).equals("WEBP")
        && file.getInt(4) == webp.length - 8) {
      if (type(webp, CHUNK_AT).equals("VP8 ")
          && (file.getInt(DATA_AT + 3) & 0xFFFFFF) == LOSSY_START_CODE) {
        int width = file.getShort(DATA_AT + 6) & SIDE; // two more bits tell of scaling
        int height = file.getShort(DATA_AT + 8) & SIDE;
        return new Canvas(width, height);
      }
      int sides = file.getInt(DATA_AT + 1);
      if (type(webp, CHUNK_AT).equals("VP8L")
          && webp[DATA_AT] == LOSSLESS_SIGNATURE
          && sides >>> 28 == 0) { // neither alpha nor another version
        return new Canvas((sides & SIDE) + 1, (sides >>> 14 & SIDE) + 1);
      }
    }
    throw new IllegalArgumentException("this is no WebP file of one plain picture");
  }

  /** As VP8X has it (RFC 9649 section 2.7): 24 bits a side, less one. */
  void put(ByteBuffer file) {
    for (int side : new int[] {width - 1, height - 1}) {
      file.putShort((short) side).put((byte) (side >> 16));
    }
  }

  private static String type(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.US_ASCII);
  }
}
