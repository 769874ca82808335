package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.testing.TestSamples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/**
 * Samples of any XISF sample format by a formula, and the bytes that stand for them.
 *
 * @param format {@code UInt8} to {@code Float64}
 */
record XisfSamples(String format, int width, int height, int channels) {

  /** How the decoder shall hand such samples out. */
  SampleType type() {
    return switch (format) {
      case "UInt8" -> SampleType.U8;
      case "UInt16" -> SampleType.U16;
      case "UInt32" -> SampleType.U32;
      case "UInt64" -> SampleType.U64;
      case "Float32" -> SampleType.F32;
      case "Float64" -> SampleType.F64;
      default -> throw new IllegalArgumentException(format);
    };
  }

  /** The samples of one channel, row by row, in the array of their type. */
  Object plane(int channel) {
    long[] bits = LongStream.range(0, pixels()).map(i -> bits(channel, (int) i)).toArray();
    return TestSamples.ofBits(type(), bits);
  }

  /** Channel after channel, little-endian: the default. */
  byte[] planar() {
    return bytes("Planar", ByteOrder.LITTLE_ENDIAN);
  }

  /** The samples as a block; {@code pixelStorage} is Planar or Normal (section 11.5). */
  byte[] bytes(String pixelStorage, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate(pixels() * channels * type().bytes()).order(order);
    for (int i = 0; i < pixels() * channels; i++) {
      boolean planar = pixelStorage.equals("Planar");
      int channel = planar ? i / pixels() : i % channels;
      put(bytes, bits(channel, planar ? i % pixels() : i / channels));
    }
    return bytes.array();
  }

  private int pixels() {
    return width * height;
  }

  private void put(ByteBuffer bytes, long bits) {
    switch (type().bytes()) {
      case 1 -> bytes.put((byte) bits);
      case 2 -> bytes.putShort((short) bits);
      case 4 -> bytes.putInt((int) bits);
      default -> bytes.putLong(bits);
    }
  }

  /** A slope with noise in all bytes, so that no two of them can be exchanged unseen. */
  private long bits(int channel, int pixel) {
    long noise = (pixel * 3L + channel + 1) * 0x9E3779B97F4A7C15L;
    return switch (type()) {
      case F32 -> Float.floatToIntBits((float) number(channel, pixel, noise));
      case F64 -> Double.doubleToLongBits(number(channel, pixel, noise));
      default -> noise ^ noise >>> 29 ^ pixel;
    };
  }

  private static double number(int channel, int pixel, long noise) {
    return switch (pixel % 41) {
      case 7 -> Double.NaN;
      case 8 -> Double.NEGATIVE_INFINITY;
      case 9 -> -0.0;
      case 10 -> Float.MIN_VALUE;
      default -> channel - 0.5 + pixel / 128.0 + (noise >>> 11) * 0x1p-60;
    };
  }
}
