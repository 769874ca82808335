package dev.astrocat.thumbs.formats.preview;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Writes files that are built like a TIFF: a header, then blocks of bytes and directories in the
 * order in which they are put.
 */
final class TiffLike {

  private static final int ASCII = 2;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;
  private static final int MAX_BYTES = 1 << 20;

  private final ByteBuffer out = ByteBuffer.allocate(MAX_BYTES);
  private final long base;
  private final List<Integer> links = new ArrayList<>();

  /** Starts with a header whose directory comes later; offsets count from the start. */
  TiffLike(ByteOrder order, int version) {
    this(order, 0L);
    out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
    out.putShort((short) version);
    links.add(out.position());
    out.putInt(0);
  }

  private TiffLike(ByteOrder order, long base) {
    out.order(order);
    this.base = base;
  }

  /** Little-endian, 42. */
  static TiffLike tiff() {
    return new TiffLike(ByteOrder.LITTLE_ENDIAN, 42);
  }

  /** Bytes without a header, whose offsets count from {@code base} bytes before. */
  static TiffLike part(ByteOrder order, long base) {
    return new TiffLike(order, base);
  }

  /** Writes bytes; returns where. */
  long block(byte[] bytes) {
    out.position(out.position() + out.position() % 2);
    long at = base + out.position();
    out.put(bytes);
    return at;
  }

  long position() {
    return base + out.position() + out.position() % 2;
  }

  /** Writes a directory that nothing leads to yet; returns where. */
  long directory(Entries entries) {
    TreeMap<Integer, Object> sorted = new TreeMap<>(entries.values);
    Map<Integer, Long> places = new TreeMap<>();
    sorted.forEach((tag, value) -> places.put(tag, place(value)));
    out.position(out.position() + out.position() % 2);
    long at = base + out.position();
    out.putShort((short) sorted.size());
    sorted.forEach((tag, value) -> entry(tag, value, places.get(tag)));
    out.putInt(0);
    return at;
  }

  /** Writes the next directory of the main chain. */
  TiffLike page(Entries entries) {
    long at = directory(entries);
    out.putInt(links.remove(0), (int) at);
    links.add(out.position() - Integer.BYTES);
    return this;
  }

  byte[] file() {
    byte[] file = new byte[out.position()];
    out.get(0, file);
    return file;
  }

  private long place(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length <= Integer.BYTES ? 0 : block(bytes);
    }
    long[] numbers = (long[]) value;
    if (numbers.length == 1) {
      return 0;
    }
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(out.order());
    LongStream.of(numbers).forEach(number -> bytes.putInt((int) number));
    return block(bytes.array());
  }

  private void entry(int tag, Object value, long place) {
    out.putShort((short) tag);
    if (value instanceof byte[] bytes) {
      boolean text = bytes[bytes.length - 1] == 0 && tag < 0x8000 && tag != 0x2020;
      out.putShort((short) (text ? ASCII : UNDEFINED)).putInt(bytes.length);
      if (bytes.length <= Integer.BYTES) {
        out.put(bytes).put(new byte[Integer.BYTES - bytes.length]);
      } else {
        out.putInt((int) place);
      }
    } else {
      long[] numbers = (long[]) value;
      out.putShort((short) LONG).putInt(numbers.length);
      out.putInt((int) (numbers.length == 1 ? numbers[0] : place));
    }
  }

  /** Tags and their values. */
  static final class Entries {

    private final Map<Integer, Object> values = new TreeMap<>();

    static Entries of(int tag, long... numbers) {
      return new Entries().and(tag, numbers);
    }

    Entries and(int tag, long... numbers) {
      values.put(tag, numbers);
      return this;
    }

    Entries text(int tag, String text) {
      return bytes(tag, (text + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    Entries bytes(int tag, byte[] bytes) {
      values.put(tag, bytes);
      return this;
    }
  }

  /** All parts in a row. */
  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
