package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The files on which workers died twice, the last thousand of them. Thread-safe. */
final class CrashMemory {

  private static final int MAX_FILES = 1000;
  private static final int HEAD_BYTES = 4 << 10;

  /** Which bytes. The version alone does not do: a host may number its versions per object. */
  record Key(String name, long size, String version, long headChecksum) {

    /** Reads the first bytes. */
    static Key of(SourceBytes source) throws IOException {
      ByteBuffer head = ByteBuffer.allocate((int) Math.min(HEAD_BYTES, source.size()));
      source.readFully(head, 0);
      CRC32C crc = new CRC32C();
      crc.update(head.flip());
      return new Key(source.name(), source.size(), source.version().text(), crc.getValue());
    }
  }

  private record Crash(String engine, String how) {}

  private final Map<Key, Crash> crashes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Crash> eldest) {
          return size() > MAX_FILES;
        }
      };

  /** How this engine's workers ended, if they did. */
  synchronized Optional<String> find(Key key, String engine) {
    return Optional.ofNullable(crashes.get(key))
        .filter(crash -> crash.engine().equals(engine))
        .map(Crash::how);
  }

  synchronized void add(Key key, String engine, String how) {
    crashes.put(key, new Crash(engine, how));
  }
}
