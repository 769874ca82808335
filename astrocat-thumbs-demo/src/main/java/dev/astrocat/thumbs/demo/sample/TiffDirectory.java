package dev.astrocat.thumbs.demo.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A TIFF image file directory in the making, with one strip of data and maybe a directory below it
 * (TIFF 6.0 section 2); little-endian. One thread at a time.
 */
final class TiffDirectory {

  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int SIGNED_RATIONAL = 10;
  private static final int RATIONAL = 5;
  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;

  /** A tag's value: {@code count} items in little-endian bytes. */
  private record Value(int type, int count, byte[] bytes) {}

  private record Child(int tag, TiffDirectory directory) {}

  private final Map<Integer, Value> values = new TreeMap<>();
  private byte[] strip = {};
  private Optional<Child> child = Optional.empty();

  TiffDirectory bytes(int tag, int... items) {
    return put(tag, BYTE, items.length, 1, items);
  }

  TiffDirectory shorts(int tag, int... items) {
    return put(tag, SHORT, items.length, 2, items);
  }

  TiffDirectory longs(int tag, int... items) {
    return put(tag, LONG, items.length, 4, items);
  }

  /** Fractions with one denominator; signed if any is negative. */
  TiffDirectory fractions(int tag, int denominator, int... numerators) {
    int[] pairs = new int[numerators.length * 2];
    for (int i = 0; i < numerators.length; i++) {
      pairs[2 * i] = numerators[i];
      pairs[2 * i + 1] = denominator;
    }
    boolean signed = Arrays.stream(numerators).anyMatch(n -> n < 0);
    return put(tag, signed ? SIGNED_RATIONAL : RATIONAL, numerators.length, 4, pairs);
  }

  TiffDirectory ascii(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    values.put(tag, new Value(ASCII, bytes.length, bytes));
    return this;
  }

  /** The directory's picture. */
  TiffDirectory strip(byte[] data) {
    strip = data.clone();
    longs(STRIP_OFFSETS, 0);
    return longs(STRIP_BYTE_COUNTS, data.length);
  }

  /** A directory that a tag of this one points to. */
  TiffDirectory child(int tag, TiffDirectory directory) {
    child = Optional.of(new Child(tag, directory));
    return longs(tag, 0);
  }

  /** A file whose first directory this is. */
  byte[] file() {
    ByteBuffer file =
        ByteBuffer.allocate(HEADER_BYTES + totalBytes()).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_BYTES);
    writeTo(file);
    return file.array();
  }

  private TiffDirectory put(int tag, int type, int count, int itemBytes, int... items) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * items.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < items.length; i++) {
      bytes.putInt(i * itemBytes, items[i]); // what is too much of it the next one overwrites
    }
    values.put(tag, new Value(type, count, Arrays.copyOf(bytes.array(), items.length * itemBytes)));
    return this;
  }

  /** Entries, then long values, then the strip, then the directory below. */
  private void writeTo(ByteBuffer file) {
    int longValuesAt = file.position() + entriesBytes();
    int stripAt = longValuesAt + longValuesBytes();
    longs(STRIP_OFFSETS, stripAt);
    child.ifPresent(c -> longs(c.tag(), stripAt + even(strip.length)));
    file.putShort((short) values.size());
    int at = longValuesAt;
    for (Map.Entry<Integer, Value> entry : values.entrySet()) {
      Value value = entry.getValue();
      file.putShort(entry.getKey().shortValue()).putShort((short) value.type());
      file.putInt(value.count());
      if (isLong(value)) {
        file.putInt(at).put(at, value.bytes());
        at += even(value.bytes().length);
      } else {
        file.put(Arrays.copyOf(value.bytes(), 4));
      }
    }
    file.putInt(0); // no further directory beside this one
    file.position(stripAt).put(strip).position(stripAt + even(strip.length));
    child.ifPresent(c -> c.directory().writeTo(file));
  }

  private int totalBytes() {
    int below = child.map(c -> c.directory().totalBytes()).orElse(0);
    return entriesBytes() + longValuesBytes() + even(strip.length) + below;
  }

  private int entriesBytes() {
    return 2 + values.size() * ENTRY_BYTES + 4;
  }

  private int longValuesBytes() {
    return values.values().stream()
        .filter(TiffDirectory::isLong)
        .mapToInt(value -> even(value.bytes().length))
        .sum();
  }

  private static boolean isLong(Value value) {
    return value.bytes().length > 4;
  }

  private static int even(int bytes) {
    return bytes + (bytes & 1);
  }
}
