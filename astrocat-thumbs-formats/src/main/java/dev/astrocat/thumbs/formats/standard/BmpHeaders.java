package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The headers of a BMP file, of Windows (40 bytes and more) or OS/2 (12 to 64 bytes).
 *
 * @param width columns
 * @param height rows, as a positive number
 * @param topDown whether the first stored row is the top
 * @param bits of a pixel
 * @param compression BI_ number: 0 none, 1 and 2 run-length, 3 and 6 bit masks
 * @param pixels where the pixels start
 * @param palette red, green and blue of each index; of no length for 16 bits and more
 * @param masks bits of red, green and blue; of length 0 without masks. Alpha is left out: most
 *     writers leave it 0 in opaque pictures
 */
record BmpHeaders(
    long width,
    long height,
    boolean topDown,
    int bits,
    int compression,
    long pixels,
    byte[][] palette,
    int[] masks) {

  static final int NONE = 0;
  static final int RLE8 = 1;
  static final int RLE4 = 2;
  static final int BIT_FIELDS = 3;
  static final int ALPHA_BIT_FIELDS = 6;

  private static final int FILE_HEADER_BYTES = 14;
  private static final int CORE_BYTES = 12;
  private static final int SMALLEST_OS2 = 16;
  private static final int OS2_BYTES = 64;
  private static final int WITH_MASKS = 52;
  private static final int LARGEST = 124;
  private static final int[] FIVE_BITS = {0x7C00, 0x03E0, 0x001F};
  private static final int[] EIGHT_BITS = {0xFF0000, 0x00FF00, 0x0000FF};

  static BmpHeaders read(SourceBytes source) throws IOException {
    ByteBuffer start = bytes(source, 0, FILE_HEADER_BYTES + 4);
    int size = start.getInt(FILE_HEADER_BYTES);
    if (size > LARGEST || (size < SMALLEST_OS2 && size != CORE_BYTES)) {
      throw DecodeException.malformed("BMP: a header of " + size + " bytes");
    }
    ByteBuffer info = bytes(source, FILE_HEADER_BYTES, size);
    boolean core = size == CORE_BYTES;
    long width = core ? info.getShort(4) & 0xFFFF : info.getInt(4);
    long height = core ? info.getShort(6) & 0xFFFF : info.getInt(8);
    int bits = info.getShort(core ? 10 : 14) & 0xFFFF;
    int compression = size >= 20 ? info.getInt(16) : NONE;
    requireKnown(bits, compression, size);
    int[] masks = masks(source, bits, compression);
    boolean masksApart = size < WITH_MASKS && masks.length > 0 && compression != NONE;
    long behind = FILE_HEADER_BYTES + (long) size + (masksApart ? 4L * maskCount(compression) : 0);
    int used = size >= 36 ? info.getInt(32) : 0;
    long pixels = start.getInt(10) & 0xFFFFFFFFL;
    byte[][] palette =
        bits > 8 ? new byte[3][0] : palette(source, behind, core ? 3 : 4, 1 << bits, used, pixels);
    return new BmpHeaders(
        width, Math.abs(height), height < 0, bits, compression, pixels, palette, masks);
  }

  private static void requireKnown(int bits, int compression, int size) {
    boolean depth =
        switch (compression) {
          case NONE ->
              bits == 1
                  || bits == 2
                  || bits == 4
                  || bits == 8
                  || bits == 16
                  || bits == 24
                  || bits == 32;
          case RLE8 -> bits == 8;
          case RLE4 -> bits == 4;
          case BIT_FIELDS, ALPHA_BIT_FIELDS -> bits == 16 || bits == 32;
          default ->
              throw DecodeException.unsupported(
                  "BMP with compression " + compression + " is not supported");
        };
    if (size == OS2_BYTES && compression >= BIT_FIELDS) {
      throw DecodeException.unsupported("BMP with Huffman or RLE24 codes is not supported");
    }
    if (!depth) {
      throw DecodeException.malformed(
          "BMP: " + bits + " bits a pixel with compression " + compression);
    }
  }

  private static int maskCount(int compression) {
    return compression == ALPHA_BIT_FIELDS ? 4 : 3;
  }

  private static int[] masks(SourceBytes source, int bits, int compression) throws IOException {
    if (bits != 16 && bits != 32) {
      return new int[0];
    }
    if (compression == NONE) {
      return bits == 16 ? FIVE_BITS : EIGHT_BITS;
    }
    ByteBuffer stored = bytes(source, FILE_HEADER_BYTES + 40L, 12);
    return new int[] {stored.getInt(0), stored.getInt(4), stored.getInt(8)};
  }

  /** Entries are blue, green, red; indexes behind the last entry are black. */
  private static byte[][] palette(
      SourceBytes source, long at, int entryBytes, int most, int used, long pixels)
      throws IOException {
    long room = Math.max(0, Math.min(pixels, source.size()) - at) / entryBytes;
    long wanted = used > 0 && used < most ? used : most;
    int entries = (int) Math.min(wanted, room);
    ByteBuffer stored = bytes(source, at, entries * entryBytes);
    byte[][] palette = new byte[3][most];
    for (int i = 0; i < entries; i++) {
      for (int c = 0; c < 3; c++) {
        palette[c][i] = stored.get(i * entryBytes + 2 - c);
      }
    }
    return palette;
  }

  private static ByteBuffer bytes(SourceBytes source, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    source.readFully(bytes, position);
    return bytes.flip();
  }

  /** Bytes of a stored row, a multiple of 4. */
  long rowBytes() {
    return (width * bits + 31) / 32 * 4;
  }
}
