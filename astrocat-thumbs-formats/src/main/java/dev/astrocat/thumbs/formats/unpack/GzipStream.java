package dev.astrocat.thumbs.formats.unpack;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip file of one or more members. (The JDK's stream recurses once for every empty
 * member.) One thread at a time.
 */
public final class GzipStream implements UnpackingStream {

  private static final int INPUT_BYTES = 1 << 16;

  private final SourceBytes source;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final ByteBuffer input = ByteBuffer.allocate(INPUT_BYTES).limit(0);
  private long position;
  private long memberBytes;
  private boolean inMember;
  private boolean ended;

  /** A stream over a source whose first bytes are those of a gzip member. */
  public GzipStream(SourceBytes source) {
    this.source = source;
  }

  @Override
  public int read(byte[] target) throws IOException {
    if (ended || !inMember && !startMember()) {
      ended = true;
      return -1;
    }
    if (!input.hasRemaining() && !fill()) {
      throw endedEarly();
    }
    int count = inflate(target);
    crc.update(target, 0, count);
    memberBytes += count;
    if (inflater.finished()) {
      finishMember();
    }
    return count;
  }

  private int inflate(byte[] target) {
    try {
      inflater.setInput(input);
      int count = inflater.inflate(target);
      if (inflater.needsDictionary()) {
        throw DecodeException.malformed("gzip: the data asks for a preset dictionary");
      }
      return count;
    } catch (DataFormatException e) {
      throw DecodeException.malformed("gzip: broken data before byte " + position, e);
    }
  }

  /** Whether another member follows; anything else behind the first is ignored, as gzip does. */
  private boolean startMember() throws IOException {
    boolean first = position == 0;
    if (!first && !anotherFollows()) {
      return false;
    }
    GzipHeader.skip(this::next);
    inflater.reset();
    crc.reset();
    memberBytes = 0;
    inMember = true;
    return true;
  }

  private boolean anotherFollows() throws IOException {
    if (input.remaining() < 2) {
      input.compact();
      int kept = input.position();
      input.flip();
      if (!append(kept) || input.remaining() < 2) {
        return false;
      }
    }
    int at = input.position();
    return (input.get(at) & 0xFF) == 0x1F && (input.get(at + 1) & 0xFF) == 0x8B;
  }

  /** RFC 1952 section 2.3.1: CRC32 and length modulo 2^32, little-endian. */
  private void finishMember() throws IOException {
    long wantedCrc = littleEndianInt();
    long wantedBytes = littleEndianInt();
    if (wantedCrc != crc.getValue() || wantedBytes != (memberBytes & 0xFFFFFFFFL)) {
      throw DecodeException.malformed("gzip: checksum or length of the inflated data is wrong");
    }
    inMember = false;
  }

  private long littleEndianInt() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (!input.hasRemaining() && !fill()) {
      throw endedEarly();
    }
    return input.get() & 0xFF;
  }

  private boolean fill() throws IOException {
    return append(0);
  }

  /** Reads more behind the {@code kept} bytes that the buffer starts with. */
  private boolean append(int kept) throws IOException {
    input.limit(input.capacity()).position(kept);
    int count = source.read(input, position);
    input.flip();
    if (count <= 0) {
      return false;
    }
    position += count;
    return true;
  }

  private EOFException endedEarly() {
    return new EOFException("the gzip data ends inside a member, at byte " + position);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
