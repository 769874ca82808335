package dev.astrocat.thumbs.demo.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes an uncompressed 16-bit RGB TIFF in one strip (TIFF 6.0 section 6). */
final class TiffFile {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int CHANNELS = 3;
  private static final int ENTRIES = 10;
  private static final int HEADER_BYTES = 8;
  private static final int DIRECTORY_BYTES = 2 + ENTRIES * 12 + 4;
  private static final int BITS_AT = HEADER_BYTES + DIRECTORY_BYTES;
  private static final int PIXELS_AT = BITS_AT + CHANNELS * Short.BYTES;

  private TiffFile() {}

  /** A file of interleaved samples. */
  static byte[] of(int width, int height, char[] samples) {
    int pixelBytes = samples.length * Short.BYTES;
    ByteBuffer file = ByteBuffer.allocate(PIXELS_AT + pixelBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_BYTES);
    file.putShort((short) ENTRIES);
    entry(file, 256, LONG, 1, width); // ImageWidth
    entry(file, 257, LONG, 1, height); // ImageLength
    entry(file, 258, SHORT, CHANNELS, BITS_AT); // BitsPerSample
    entry(file, 259, SHORT, 1, 1); // Compression: none
    entry(file, 262, SHORT, 1, 2); // PhotometricInterpretation: RGB
    entry(file, 273, LONG, 1, PIXELS_AT); // StripOffsets
    entry(file, 277, SHORT, 1, CHANNELS); // SamplesPerPixel
    entry(file, 278, LONG, 1, height); // RowsPerStrip
    entry(file, 279, LONG, 1, pixelBytes); // StripByteCounts
    entry(file, 284, SHORT, 1, 1); // PlanarConfiguration: interleaved
    file.putInt(0); // no further image
    for (int i = 0; i < CHANNELS; i++) {
      file.putShort((short) Short.SIZE);
    }
    for (char sample : samples) {
      file.putChar(sample);
    }
    return file.array();
  }

  private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
    file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
