package dev.astrocat.thumbs.formats.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** Writes small TIFF files of every layout, from the raw bits of their samples. */
final class TiffFixture {

  static final int ASCII = 2;
  static final int SHORT = 3;
  static final int LONG = 4;

  private final int width;
  private final int height;
  private int bits = 8;
  private int samples = 1;
  private int chunkWidth;
  private int chunkHeight;
  private boolean tiled;
  private boolean planar;
  private boolean big;
  private int compression = 1;
  private int predictor = 1;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private final TreeMap<Integer, long[]> tags = new TreeMap<>();
  private final TreeMap<Integer, Integer> types = new TreeMap<>();

  TiffFixture(int width, int height) {
    this.width = width;
    this.height = height;
    this.chunkWidth = width;
    this.chunkHeight = height;
  }

  TiffFixture bits(int value) {
    bits = value;
    return this;
  }

  TiffFixture samples(int value) {
    samples = value;
    return this;
  }

  TiffFixture order(ByteOrder value) {
    order = value;
    return this;
  }

  TiffFixture strips(int rows) {
    chunkHeight = rows;
    return this;
  }

  TiffFixture tiles(int columns, int rows) {
    chunkWidth = columns;
    chunkHeight = rows;
    tiled = true;
    return this;
  }

  TiffFixture planar() {
    planar = true;
    return this;
  }

  TiffFixture big() {
    big = true;
    return this;
  }

  TiffFixture compression(int code, int predictorCode) {
    compression = code;
    predictor = predictorCode;
    return this;
  }

  TiffFixture tag(int tag, int type, long... values) {
    tags.put(tag, values);
    types.put(tag, type);
    return this;
  }

  TiffFixture text(int tag, String text) {
    return tag(tag, ASCII, (text + "\0").chars().asLongStream().toArray());
  }

  /** A file with one page. */
  byte[] file(long... raw) {
    ByteBuffer out = ByteBuffer.allocate(1 << 20).order(order);
    header(out);
    List<Long> offsets = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (byte[] chunk : chunks(raw)) {
      offsets.add((long) out.position());
      counts.add((long) chunk.length);
      out.put(chunk);
    }
    tag(256, LONG, width).tag(257, LONG, height).tag(277, SHORT, samples);
    tag(258, SHORT, repeated(bits, samples)).tag(259, SHORT, compression);
    tag(tiled ? 324 : 273, LONG, longs(offsets)).tag(tiled ? 325 : 279, LONG, longs(counts));
    tag(284, SHORT, planar ? 2 : 1).tag(317, SHORT, predictor);
    if (tiled) {
      tag(322, SHORT, chunkWidth).tag(323, SHORT, chunkHeight);
    } else {
      tag(278, LONG, chunkHeight);
    }
    tags.putIfAbsent(262, new long[] {samples >= 3 ? 2 : 1});
    types.putIfAbsent(262, SHORT);
    directory(out);
    return Arrays.copyOf(out.array(), out.position());
  }

  private void header(ByteBuffer out) {
    out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
    out.putShort((short) (big ? 43 : 42));
    if (big) {
      out.putShort((short) 8).putShort((short) 0).putLong(0);
    } else {
      out.putInt(0);
    }
  }

  /** Values that do not fit go behind the directory. */
  private void directory(ByteBuffer out) {
    int start = out.position();
    int entry = big ? 20 : 12;
    int behind = start + (big ? 8 : 2) + tags.size() * entry + (big ? 8 : 4);
    if (big) {
      out.putLong(8, start).putLong(tags.size());
    } else {
      out.putInt(4, start).putShort((short) tags.size());
    }
    ByteBuffer values = ByteBuffer.allocate(1 << 16).order(order);
    for (int tag : tags.keySet()) {
      byte[] value = value(tag);
      out.putShort((short) tag).putShort(types.get(tag).shortValue());
      int inline = big ? 8 : 4;
      if (big) {
        out.putLong(tags.get(tag).length);
      } else {
        out.putInt(tags.get(tag).length);
      }
      if (value.length <= inline) {
        out.put(Arrays.copyOf(value, inline));
      } else if (big) {
        out.putLong(behind + values.position());
        values.put(value);
      } else {
        out.putInt(behind + values.position());
        values.put(value);
      }
    }
    out.put(new byte[big ? 8 : 4]).put(values.array(), 0, values.position());
  }

  private byte[] value(int tag) {
    ByteBuffer value = ByteBuffer.allocate(8 * tags.get(tag).length).order(order);
    for (long each : tags.get(tag)) {
      switch (types.get(tag)) {
        case SHORT -> value.putShort((short) each);
        case LONG -> value.putInt((int) each);
        default -> value.put((byte) each);
      }
    }
    return Arrays.copyOf(value.array(), value.position());
  }

  private List<byte[]> chunks(long[] raw) {
    List<byte[]> chunks = new ArrayList<>();
    for (int plane = 0; plane < (planar ? samples : 1); plane++) {
      for (int top = 0; top < height; top += chunkHeight) {
        for (int left = 0; left < width; left += chunkWidth) {
          chunks.add(compressed(chunk(raw, plane, left, top)));
        }
      }
    }
    return chunks;
  }

  private byte[] chunk(long[] raw, int plane, int left, int top) {
    int rows = tiled ? chunkHeight : Math.min(chunkHeight, height - top);
    int perPixel = planar ? 1 : samples;
    int rowBytes = (chunkWidth * perPixel * bits + 7) / 8;
    byte[] chunk = new byte[rowBytes * rows];
    for (int y = 0; y < rows; y++) {
      long[] row = new long[chunkWidth * perPixel];
      for (int i = 0; i < row.length; i++) {
        int x = left + i / perPixel;
        int sample = planar ? plane : i % perPixel;
        boolean inside = x < width && top + y < height;
        row[i] = inside ? raw[((top + y) * width + x) * samples + sample] : 0;
      }
      System.arraycopy(row(row, perPixel, rowBytes), 0, chunk, y * rowBytes, rowBytes);
    }
    return chunk;
  }

  private byte[] row(long[] row, int perPixel, int rowBytes) {
    if (predictor == 3) {
      return floatingPoint(row, perPixel, rowBytes);
    }
    if (predictor == 2) {
      for (int i = row.length - 1; i >= perPixel; i--) {
        row[i] -= row[i - perPixel];
      }
    }
    ByteBuffer out = ByteBuffer.allocate(rowBytes + 8).order(order);
    switch (bits) {
      case 16 -> Arrays.stream(row).forEach(v -> out.putShort((short) v));
      case 32 -> Arrays.stream(row).forEach(v -> out.putInt((int) v));
      case 64 -> Arrays.stream(row).forEach(out::putLong);
      default -> {
        for (int i = 0; i < row.length * bits; i++) {
          long bit = row[i / bits] >> (bits - 1 - i % bits) & 1;
          out.array()[i / 8] |= (byte) (bit << (7 - i % 8));
        }
      }
    }
    return Arrays.copyOf(out.array(), rowBytes);
  }

  /** Bytes of equal significance together, then differences (TIFF Technical Note 3). */
  private byte[] floatingPoint(long[] row, int perPixel, int rowBytes) {
    byte[] bytes = new byte[rowBytes];
    for (int i = 0; i < row.length; i++) {
      for (int b = 0; b < bits / 8; b++) {
        bytes[b * row.length + i] = (byte) (row[i] >> (bits - 8 - 8 * b));
      }
    }
    for (int i = rowBytes - 1; i >= perPixel; i--) {
      bytes[i] -= bytes[i - perPixel];
    }
    return bytes;
  }

  private byte[] compressed(byte[] chunk) {
    return switch (compression) {
      case 5 -> lzw(chunk);
      case 8 -> deflated(chunk);
      case 32773 -> packBits(chunk);
      default -> chunk;
    };
  }

  private static byte[] deflated(byte[] chunk) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(chunk);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Literal runs only. */
  private static byte[] packBits(byte[] chunk) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < chunk.length; i += 128) {
      int count = Math.min(128, chunk.length - i);
      out.write(count - 1);
      out.write(chunk, i, count);
    }
    return out.toByteArray();
  }

  /** Codes of 9 bits, with a Clear before the table needs 10. */
  private static byte[] lzw(byte[] chunk) {
    byte[] out = new byte[chunk.length * 2 + 16];
    int bit = 0;
    for (int i = 0; i <= chunk.length; i++) {
      if (i % 200 == 0) {
        bit = put(out, bit, 256);
      }
      bit = put(out, bit, i < chunk.length ? chunk[i] & 0xFF : 257);
    }
    return Arrays.copyOf(out, (bit + 7) / 8);
  }

  private static int put(byte[] out, int bit, int code) {
    for (int i = 0; i < 9; i++) {
      out[(bit + i) / 8] |= (byte) ((code >> (8 - i) & 1) << (7 - (bit + i) % 8));
    }
    return bit + 9;
  }

  private static long[] repeated(long value, int count) {
    long[] values = new long[count];
    Arrays.fill(values, value);
    return values;
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
