package dev.astrocat.thumbs.cache.memory;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Thumbnails on the heap, up to a number of bytes; then those that were not read for the longest
 * time go. Bytes are not copied; do not change them. Thread-safe.
 */
public final class MemoryThumbnailCache implements ThumbnailCache {

  /** What an entry takes beside its bytes, roughly. */
  private static final int OVERHEAD_BYTES = 256;

  private final long maxBytes;
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long heldBytes;
  private long changes;

  /**
   * An empty cache.
   *
   * @param maxBytes most bytes of heap that it may hold
   */
  public MemoryThumbnailCache(long maxBytes) {
    if (maxBytes <= 0) {
      throw new IllegalArgumentException("a cache of " + maxBytes + " bytes");
    }
    this.maxBytes = maxBytes;
  }

  @Override
  public synchronized Optional<byte[]> read(String name) {
    ThumbnailCache.requireName(name);
    return Optional.ofNullable(entries.get(name)).map(Entry::bytes);
  }

  @Override
  public synchronized String write(String name, byte[] bytes) {
    ThumbnailCache.requireName(name);
    remove(name);
    entries.put(name, new Entry(bytes, Instant.now()));
    heldBytes += cost(bytes);
    changes++;
    evict();
    return location(name).orElseThrow();
  }

  @Override
  public synchronized boolean delete(String name) {
    ThumbnailCache.requireName(name);
    return remove(name);
  }

  @Override
  public synchronized Stream<CachedFile> list() {
    return entries.entrySet().stream().map(MemoryThumbnailCache::file).toList().stream();
  }

  @Override
  public Optional<String> location(String name) {
    return Optional.of("memory:" + name);
  }

  @Override
  public synchronized Optional<String> stamp() {
    return Optional.of(Long.toString(changes));
  }

  private boolean remove(String name) {
    Entry entry = entries.remove(name);
    if (entry == null) {
      return false;
    }
    heldBytes -= cost(entry.bytes());
    changes++;
    return true;
  }

  private void evict() {
    Iterator<Entry> longestUnread = entries.values().iterator();
    while (heldBytes > maxBytes) {
      heldBytes -= cost(longestUnread.next().bytes());
      longestUnread.remove();
    }
  }

  private static long cost(byte[] bytes) {
    return (long) bytes.length + OVERHEAD_BYTES;
  }

  private static CachedFile file(Map.Entry<String, Entry> entry) {
    return new CachedFile(
        entry.getKey(), entry.getValue().bytes().length, entry.getValue().written());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(byte[] bytes, Instant written) {}
}
