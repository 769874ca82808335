package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The directories of a TIFF or BigTIFF file (TIFF 6.0 section 2; BigTIFF has 8-byte offsets and
 * counts). Immutable.
 */
public final class TiffFile {

  /** More directories than any real file; a chain may also be a loop. */
  static final int MAX_DIRECTORIES = 4096;

  private static final int MAX_ENTRIES = 4096;
  private static final int HEADER_BYTES = 16;

  private final TiffBytes bytes;
  private final ByteOrder order;
  private final boolean big;
  private final long firstDirectory;

  private TiffFile(TiffBytes bytes, ByteOrder order, boolean big, long firstDirectory) {
    this.bytes = bytes;
    this.order = order;
    this.big = big;
    this.firstDirectory = firstDirectory;
  }

  /** Whether a file starts like one, of any byte order. */
  public static boolean hasMagic(ByteBuffer start) {
    if (start.remaining() < 8) {
      return false;
    }
    int mark = start.getShort(0);
    if (mark != 0x4949 && mark != 0x4D4D) {
      return false;
    }
    int version = ordered(start, mark).getShort(2);
    return version == 42 || version == 43;
  }

  /** Reads the header. */
  public static TiffFile open(TiffBytes bytes) throws IOException {
    ByteBuffer header = bytes.at(0, HEADER_BYTES);
    if (!hasMagic(header)) {
      throw DecodeException.malformed("TIFF: no header");
    }
    ByteBuffer start = ordered(header, header.getShort(0));
    boolean big = start.getShort(2) == 43;
    if (big && start.limit() < HEADER_BYTES) {
      throw DecodeException.truncated("TIFF: the header ends early");
    }
    long first = big ? start.getLong(8) : start.getInt(4) & 0xFFFFFFFFL;
    return new TiffFile(bytes, start.order(), big, first);
  }

  /**
   * Directories of a file, or part of one, that is built like a TIFF but has another header: RAW
   * files with their makers' own numbers for 42, and maker notes.
   *
   * @param firstDirectory where the main chain starts; 0 for none
   */
  public static TiffFile of(TiffBytes bytes, ByteOrder order, long firstDirectory) {
    return new TiffFile(bytes, order, false, firstDirectory);
  }

  /** Byte order of all numbers. */
  public ByteOrder order() {
    return order;
  }

  /**
   * The directories of the main chain, up to {@code limit}; a chain that breaks or loops after the
   * first directory ends there.
   */
  public List<TiffDirectory> chain(int limit) throws IOException {
    List<TiffDirectory> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long at = firstDirectory;
    while (at != 0 && found.size() < Math.min(limit, MAX_DIRECTORIES) && seen.add(at)) {
      try {
        TiffDirectory directory = directory(at);
        found.add(directory);
        at = directory.next();
      } catch (DecodeException e) {
        if (found.isEmpty()) {
          throw e;
        }
        break;
      }
    }
    return found;
  }

  /** The directory at an offset, for example one that a tag SubIFDs names. */
  public TiffDirectory directory(long offset) throws IOException {
    int countBytes = big ? 8 : 2;
    int entryBytes = big ? 20 : 12;
    int nextBytes = big ? 8 : 4;
    ByteBuffer count = exactly(offset, countBytes);
    long entries = big ? count.getLong() : count.getShort() & 0xFFFF;
    if (entries < 1 || entries > MAX_ENTRIES) {
      throw DecodeException.malformed(
          "TIFF: a directory of " + entries + " entries at byte " + offset);
    }
    int length = (int) entries * entryBytes;
    ByteBuffer table = bytes.at(offset + countBytes, length + nextBytes).order(order);
    TiffDirectory.Builder directory = new TiffDirectory.Builder(this, offset);
    for (int i = 0; i < entries && (i + 1) * entryBytes <= table.limit(); i++) {
      directory.add(entry(table, i * entryBytes, offset + countBytes + (long) i * entryBytes));
    }
    boolean complete = table.limit() >= length + nextBytes;
    long next = !complete ? 0 : big ? table.getLong(length) : table.getInt(length) & 0xFFFFFFFFL;
    return directory.build(next);
  }

  private TiffEntry entry(ByteBuffer table, int at, long position) {
    int tag = table.getShort(at) & 0xFFFF;
    int type = table.getShort(at + 2) & 0xFFFF;
    // BigTIFF counts are unsigned: what looks negative is more than any file holds.
    long counted = big ? table.getLong(at + 4) : table.getInt(at + 4) & 0xFFFFFFFFL;
    long count = counted < 0 ? Long.MAX_VALUE : counted;
    int inline = big ? 8 : 4;
    long size = TiffEntry.bytesOf(type);
    boolean fits = count <= inline && count * size <= inline;
    long value = position + (big ? 12 : 8);
    if (!fits) {
      value = big ? table.getLong(at + 12) : table.getInt(at + 8) & 0xFFFFFFFFL;
    }
    return new TiffEntry(tag, type, count, value);
  }

  /** Exactly so many bytes, in the file's order. */
  ByteBuffer exactly(long position, int length) throws IOException {
    ByteBuffer found = position < 0 ? ByteBuffer.allocate(0) : bytes.at(position, length);
    if (found.remaining() < length) {
      throw DecodeException.truncated(
          "TIFF: the file ends before byte " + position + " + " + length);
    }
    return found.order(order);
  }

  private static ByteBuffer ordered(ByteBuffer bytes, int mark) {
    return bytes.duplicate().order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }
}
