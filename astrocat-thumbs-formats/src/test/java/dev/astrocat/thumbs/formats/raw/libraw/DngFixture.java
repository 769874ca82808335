package dev.astrocat.thumbs.formats.raw.libraw;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Writes uncompressed 16-bit DNG files (DNG 1.4, TIFF 6.0). Unless said otherwise: no black level,
 * white at 16,000, and a camera that sees linear sRGB under its own white.
 */
public final class DngFixture {

  /** A sample at a place of the stored picture. */
  @FunctionalInterface
  public interface Sample {
    int at(int row, int column, int channel);
  }

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int SRATIONAL = 10;

  /** XYZ to linear sRGB (IEC 61966-2-1), so that camera colours are sRGB's. */
  private static final double[] XYZ_TO_SRGB = {
    3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570
  };

  private record Entry(int type, int count, byte[] value) {}

  private final TreeMap<Integer, Entry> entries = new TreeMap<>();
  private final int width;
  private final int height;
  private final int channels;
  private final Sample sample;

  private DngFixture(int width, int height, int channels, Sample sample) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.sample = sample;
    put(254, LONG, 0);
    put(256, LONG, width);
    put(257, LONG, height);
    int[] bits = new int[channels];
    Arrays.fill(bits, 16);
    put(258, SHORT, bits);
    put(259, SHORT, 1);
    text(271, "Astrocat");
    text(272, "Fixture");
    put(274, SHORT, 1);
    put(277, SHORT, channels);
    put(278, LONG, height);
    put(279, LONG, width * height * channels * 2);
    bytes(50706, 1, 4, 0, 0);
    text(50708, "Astrocat Fixture");
    put(50778, SHORT, 21);
    white(16_000);
    matrix(XYZ_TO_SRGB);
    neutral(1, 1, 1);
  }

  /** A mosaic with a pattern such as {@code RGGB}, or one of 36 letters. */
  public static DngFixture mosaic(String pattern, int width, int height, Sample sample) {
    DngFixture dng = new DngFixture(width, height, 1, sample);
    int side = pattern.length() == 4 ? 2 : 6;
    dng.put(262, SHORT, 32803);
    dng.put(33421, SHORT, side, side);
    dng.bytes(33422, pattern.chars().map("RGB"::indexOf).toArray());
    return dng;
  }

  /** Three colours at each pixel, or one. */
  public static DngFixture linear(int channels, int width, int height, Sample sample) {
    DngFixture dng = new DngFixture(width, height, channels, sample);
    dng.put(262, SHORT, 34892);
    return dng;
  }

  public DngFixture white(int level) {
    int[] levels = new int[channels];
    Arrays.fill(levels, level);
    return put(50717, LONG, levels);
  }

  /** Black levels of a block of so many rows. */
  public DngFixture black(int rows, int... levels) {
    return put(50713, SHORT, rows, levels.length / rows / channels).put(50714, LONG, levels);
  }

  /** What the camera gives for white: AsShotNeutral. */
  public DngFixture neutral(double... camera) {
    return rationals(50728, RATIONAL, camera);
  }

  /** Camera colours from XYZ: ColorMatrix1 for D65. */
  public DngFixture matrix(double... xyzToCamera) {
    return rationals(50721, SRATIONAL, xyzToCamera);
  }

  public DngFixture activeArea(int top, int left, int bottom, int right) {
    return put(50829, LONG, top, left, bottom, right);
  }

  public DngFixture orientation(int exif) {
    return put(274, SHORT, exif);
  }

  /** How much wider and higher than a square each pixel is. */
  public DngFixture scale(double horizontal, double vertical) {
    return rationals(50718, RATIONAL, horizontal, vertical);
  }

  /** The file, in a direct buffer. */
  public ByteBuffer buffer() {
    byte[] bytes = bytes();
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** The file: header, directory, values, samples. */
  public byte[] bytes() {
    put(273, LONG, 0);
    int values = 8 + 2 + entries.size() * 12 + 4;
    int pixels = values;
    for (Entry entry : entries.values()) {
      pixels += entry.value.length > 4 ? entry.value.length : 0;
    }
    put(273, LONG, pixels);
    ByteBuffer file = littleEndian(pixels + width * height * channels * 2);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    file.putShort((short) entries.size());
    ByteArrayOutputStream long4 = new ByteArrayOutputStream();
    for (var tag : entries.entrySet()) {
      Entry entry = tag.getValue();
      file.putShort((short) (int) tag.getKey()).putShort((short) entry.type).putInt(entry.count);
      if (entry.value.length > 4) {
        file.putInt(values + long4.size());
        long4.writeBytes(entry.value);
      } else {
        file.put(entry.value).position(file.position() + 4 - entry.value.length);
      }
    }
    file.putInt(0).put(long4.toByteArray());
    for (int i = 0; i < width * height * channels; i++) {
      int pixel = i / channels;
      file.putShort((short) sample.at(pixel / width, pixel % width, i % channels));
    }
    return file.array();
  }

  private DngFixture put(int tag, int type, int... values) {
    ByteBuffer bytes = littleEndian(values.length * (type == SHORT ? 2 : 4));
    for (int value : values) {
      if (type == SHORT) {
        bytes.putShort((short) value);
      } else {
        bytes.putInt(value);
      }
    }
    return entry(tag, type, values.length, bytes.array());
  }

  private DngFixture rationals(int tag, int type, double... values) {
    ByteBuffer bytes = littleEndian(values.length * 8);
    for (double value : values) {
      bytes.putInt((int) Math.round(value * 10_000)).putInt(10_000);
    }
    return entry(tag, type, values.length, bytes.array());
  }

  private DngFixture bytes(int tag, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return entry(tag, 1, bytes.length, bytes);
  }

  private DngFixture text(int tag, String text) {
    byte[] ascii = (text + '\0').getBytes(StandardCharsets.US_ASCII);
    return entry(tag, 2, ascii.length, ascii);
  }

  private DngFixture entry(int tag, int type, int count, byte[] value) {
    entries.put(tag, new Entry(type, count, value));
    return this;
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
