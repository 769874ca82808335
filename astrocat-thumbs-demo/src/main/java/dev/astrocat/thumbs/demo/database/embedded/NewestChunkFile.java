package dev.astrocat.thumbs.demo.database.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/**
 * A file of H2 whose header names the newest chunk as soon as that is written. H2 looks for it from
 * the header on and at the end of the file, but when it uses space again it writes the header for
 * the chunk before; after a kill it would go back to that, and forget what it had been asked to
 * keep. Nor is a file called clean: H2 then trusts that all chunks are there, and if one is not,
 * though nothing needs it, goes back to a much older one. Both copies of the header are written by
 * themselves, so that one of them is always whole. Thread-safe.
 */
final class NewestChunkFile extends FileBaseDefault {

  private static final int BLOCK = 4_096;
  private static final int LONGEST_LINE = 1_024;
  private static final String CHUNK = "chunk";
  private static final String VERSION = "version";

  private final FileChannel file;
  private final String name;
  private @Nullable Map<String, String> newest;

  NewestChunkFile(FileChannel file, String name) {
    this.file = file;
    this.name = name;
  }

  @Override
  public synchronized int write(ByteBuffer bytes, long position) throws IOException {
    int length = bytes.remaining();
    String line = line(bytes);
    if (position == 0 && line.startsWith("H:")) {
      bytes.position(bytes.limit());
      writeHeader(DataUtils.parseMap(line));
      return length;
    }
    writeFully(bytes, position);
    if (line.startsWith(CHUNK + ":") && isNewer(DataUtils.parseMap(line), position)) {
      writeHeader(header());
    }
    return length;
  }

  /** Chunks that are moved are not newer, though they are written. */
  private boolean isNewer(Map<String, String> chunk, long position) {
    if (newest != null && version(chunk) <= version(newest)) {
      return false;
    }
    newest =
        Map.of(
            CHUNK,
            chunk.getOrDefault(CHUNK, ""),
            VERSION,
            chunk.getOrDefault(VERSION, ""),
            "block",
            Long.toHexString(position / BLOCK));
    return true;
  }

  private Map<String, String> header() throws IOException {
    ByteBuffer start = ByteBuffer.allocate(BLOCK);
    while (start.hasRemaining() && file.read(start, start.position()) > 0) {
      // A read may give less than was asked for.
    }
    return DataUtils.parseMap(line(start.flip()));
  }

  private void writeHeader(Map<String, String> old) throws IOException {
    HashMap<String, String> header = new HashMap<>(old);
    header.remove("fletcher");
    header.remove("clean");
    if (newest != null && version(newest) > version(header)) {
      header.putAll(newest);
    }
    StringBuilder text = DataUtils.appendMap(new StringBuilder(), header);
    byte[] checked = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    DataUtils.appendMap(text, "fletcher", DataUtils.getFletcher32(checked, 0, checked.length));
    byte[] block = new byte[BLOCK];
    byte[] line = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(line, 0, block, 0, line.length);
    writeFully(ByteBuffer.wrap(block), BLOCK);
    writeFully(ByteBuffer.wrap(block), 0);
  }

  private void writeFully(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  private static long version(Map<String, String> of) {
    return DataUtils.parseHexLong(of.getOrDefault(VERSION, "0"));
  }

  /** What stands before the first end of line; nothing if that is far. */
  private static String line(ByteBuffer bytes) {
    byte[] start = new byte[Math.min(bytes.remaining(), LONGEST_LINE)];
    bytes.duplicate().get(start);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return text.substring(0, Math.max(0, text.indexOf('\n'))).strip();
  }

  /** Any number at a time: H2 reads no chunk that is being written. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public int read(ByteBuffer to, long position) throws IOException {
    return file.read(to, position);
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    file.truncate(size);
  }

  @Override
  public void force(boolean withMetadata) throws IOException {
    file.force(withMetadata);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
    return file.tryLock(position, size, isShared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
