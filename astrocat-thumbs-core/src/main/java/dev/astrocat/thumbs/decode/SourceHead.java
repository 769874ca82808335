package dev.astrocat.thumbs.decode;

import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a decoder may see of a source to recognise it: its name and at most {@link #BUDGET} bytes,
 * the first {@link #PREFETCH} of which are read once for all decoders. Once made it never throws:
 * bytes that cannot be had read as missing. One thread at a time.
 */
public final class SourceHead {

  /** Most bytes that probing one source reads, all decoders together. */
  public static final int BUDGET = 64 << 10;

  /** Bytes from the start of the source that every decoder may look at without further I/O. */
  public static final int PREFETCH = 8 << 10;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SourceBytes source;
  private final ByteBuffer start;
  private final Map<Long, ByteBuffer> seen = new HashMap<>();
  private int budget = BUDGET - PREFETCH;
  private Optional<IOException> failure = Optional.empty();

  /** Reads the first bytes. Blocks. */
  public SourceHead(SourceBytes source) throws IOException {
    this.source = source;
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PREFETCH, source.size()));
    source.readFully(bytes, 0);
    this.start = bytes.flip().asReadOnlyBuffer();
  }

  /** File name without folders. */
  public String name() {
    return source.name();
  }

  /** What follows the last dot of the name, lower case; empty without one. */
  public String extension() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Size of the source in bytes. */
  public long size() {
    return source.size();
  }

  /** The first bytes, up to {@link #PREFETCH}; big-endian, position 0, read-only. */
  public ByteBuffer start() {
    return start.duplicate();
  }

  /** Whether the source holds exactly these bytes at {@code offset} of its start. */
  public boolean startsWith(int offset, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (offset + i >= start.limit() || (start.get(offset + i) & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the source holds this ASCII text at {@code offset} of its start. */
  public boolean startsWith(int offset, String ascii) {
    return startsWith(offset, ascii.chars().toArray());
  }

  /** Why bytes read as missing, if reading some failed; then nothing recognised means little. */
  public Optional<IOException> failure() {
    return failure;
  }

  /**
   * Up to {@code length} bytes from anywhere; fewer, perhaps none, at the end of the source or of
   * the budget. Bytes that were read before cost nothing, since several decoders look at the same.
   */
  public ByteBuffer at(long position, int length) {
    if (position < 0 || position >= source.size() || length <= 0) {
      return ByteBuffer.allocate(0);
    }
    if (position <= start.limit() - length) {
      return start.duplicate().position((int) position).limit((int) position + length).slice();
    }
    int wanted = (int) Math.min(length, source.size() - position);
    ByteBuffer known = seen.getOrDefault(position, NOTHING);
    if (known.limit() < Math.min(wanted, budget)) {
      known = read(position, Math.min(wanted, budget));
      seen.put(position, known);
    }
    return known.slice(0, Math.min(wanted, known.limit()));
  }

  private ByteBuffer read(long position, int count) {
    budget -= count;
    ByteBuffer bytes = ByteBuffer.allocate(count);
    try {
      source.readFully(bytes, position);
    } catch (IOException e) {
      failure = Optional.of(e);
      bytes.limit(bytes.position()); // recognised, or not, by what could be read
    }
    return bytes.flip().asReadOnlyBuffer();
  }
}
