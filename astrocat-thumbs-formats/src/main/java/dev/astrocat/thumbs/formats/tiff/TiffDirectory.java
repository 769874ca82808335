package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The entries of one image file directory, and access to their values. Immutable. */
public final class TiffDirectory {

  private final TiffFile file;
  private final long offset;
  private final Map<Integer, TiffEntry> entries;
  private final long next;

  private TiffDirectory(TiffFile file, long offset, Map<Integer, TiffEntry> entries, long next) {
    this.file = file;
    this.offset = offset;
    this.entries = entries;
    this.next = next;
  }

  /** Collects entries; the first of a tag counts. */
  static final class Builder {

    private final TiffFile file;
    private final long offset;
    private final Map<Integer, TiffEntry> entries = new LinkedHashMap<>();

    Builder(TiffFile file, long offset) {
      this.file = file;
      this.offset = offset;
    }

    void add(TiffEntry entry) {
      entries.putIfAbsent(entry.tag(), entry);
    }

    TiffDirectory build(long next) {
      return new TiffDirectory(file, offset, Map.copyOf(entries), next);
    }
  }

  /** Where the directory is. */
  public long offset() {
    return offset;
  }

  /** Offset of the next directory; 0 for none. */
  long next() {
    return next;
  }

  /** Whether it has a tag. */
  public boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** How many values a tag has; 0 without it. */
  public long count(int tag) {
    TiffEntry entry = entries.get(tag);
    return entry == null ? 0 : entry.count();
  }

  /** Where the values of a tag are in the file; empty without the tag. */
  public OptionalLong position(int tag) {
    TiffEntry entry = entries.get(tag);
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.position());
  }

  /** The first value of an integer tag. */
  public long first(int tag, long otherwise) throws IOException {
    TiffEntry entry = entries.get(tag);
    return entry == null || entry.count() < 1 ? otherwise : integers(tag, 1)[0];
  }

  /** The first values of an integer tag, at most {@code limit} of them; none without the tag. */
  public long[] integers(int tag, int limit) throws IOException {
    TiffEntry entry = entries.get(tag);
    if (entry == null) {
      return new long[0];
    }
    int count = (int) Math.min(limit, entry.count());
    int size = TiffEntry.bytesOf(entry.type());
    ByteBuffer bytes = file.exactly(entry.position(), Math.multiplyExact(count, size));
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = integer(bytes, i * size, entry);
    }
    return values;
  }

  private static long integer(ByteBuffer bytes, int at, TiffEntry entry) {
    return switch (entry.type()) {
      case TiffEntry.BYTE -> bytes.get(at) & 0xFF;
      case TiffEntry.SBYTE -> bytes.get(at);
      case TiffEntry.SHORT -> bytes.getShort(at) & 0xFFFF;
      case TiffEntry.SSHORT -> bytes.getShort(at);
      case TiffEntry.LONG, TiffEntry.IFD -> bytes.getInt(at) & 0xFFFFFFFFL;
      case TiffEntry.SLONG -> bytes.getInt(at);
      case TiffEntry.LONG8, TiffEntry.SLONG8, TiffEntry.IFD8 -> bytes.getLong(at);
      default ->
          throw DecodeException.malformed(
              "TIFF: tag " + entry.tag() + " is of type " + entry.type() + ", not an integer");
    };
  }

  /** The first values of a numeric tag, rationals divided, at most {@code limit} of them. */
  double[] numbers(int tag, int limit) throws IOException {
    TiffEntry entry = entries.get(tag);
    if (entry == null) {
      return new double[0];
    }
    int count = (int) Math.min(limit, entry.count());
    int size = TiffEntry.bytesOf(entry.type());
    ByteBuffer bytes = file.exactly(entry.position(), Math.multiplyExact(count, size));
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      int at = i * size;
      values[i] =
          switch (entry.type()) {
            case TiffEntry.RATIONAL ->
                (bytes.getInt(at) & 0xFFFFFFFFL) / (double) (bytes.getInt(at + 4) & 0xFFFFFFFFL);
            case TiffEntry.SRATIONAL -> bytes.getInt(at) / (double) bytes.getInt(at + 4);
            case TiffEntry.FLOAT -> bytes.getFloat(at);
            case TiffEntry.DOUBLE -> bytes.getDouble(at);
            default -> integer(bytes, at, entry);
          };
    }
    return values;
  }

  /**
   * The bytes of a tag, whatever its type; none without it, or if it has more than {@code limit}.
   */
  byte[] bytes(int tag, int limit) throws IOException {
    TiffEntry entry = entries.get(tag);
    if (entry == null || entry.count() > limit) {
      return new byte[0];
    }
    int length = (int) entry.count() * TiffEntry.bytesOf(entry.type());
    byte[] values = new byte[length];
    file.exactly(entry.position(), length).get(values);
    return values;
  }

  /** A text, up to its first NUL; empty without the tag. */
  public String text(int tag, int limit) throws IOException {
    String text = new String(bytes(tag, limit), StandardCharsets.ISO_8859_1);
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }
}
