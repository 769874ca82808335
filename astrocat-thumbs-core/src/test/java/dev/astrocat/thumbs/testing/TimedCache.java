package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.Closeable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A cache on a disk of a given size whose clock goes on by a second each change. Thread-safe. */
public final class TimedCache implements ThumbnailCache {

  private final long diskBytes;
  private final MapCache entries = new MapCache();
  private final Map<String, Instant> times = new TreeMap<>();
  private Instant now = Instant.EPOCH;
  private boolean isTidied;
  private long bytes;
  private long listings;

  /** An empty disk. */
  public TimedCache(long diskBytes) {
    this.diskBytes = diskBytes;
  }

  /** Another process begins to tidy, and does not end. */
  public synchronized void tidiedElsewhere() {
    isTidied = true;
  }

  /** Bytes of all files. */
  public synchronized long bytes() {
    return bytes;
  }

  /** How often it was listed. */
  public synchronized long listings() {
    return listings;
  }

  @Override
  public Optional<byte[]> read(String name) {
    return entries.read(name);
  }

  @Override
  public synchronized String write(String name, byte[] entry) {
    delete(name);
    times.put(name, next());
    bytes += entry.length;
    return entries.write(name, entry);
  }

  @Override
  public synchronized boolean delete(String name) {
    bytes -= entries.read(name).map(entry -> entry.length).orElse(0);
    times.remove(name);
    return entries.delete(name);
  }

  @Override
  public synchronized Stream<CachedFile> list() {
    listings++;
    return entries
        .list()
        .map(file -> new CachedFile(file.name(), file.sizeBytes(), times.get(file.name())))
        .toList()
        .stream();
  }

  @Override
  public synchronized void touch(String name) {
    times.computeIfPresent(name, (key, before) -> next());
  }

  @Override
  public synchronized Optional<CacheSpace> space() {
    return Optional.of(new CacheSpace(diskBytes - bytes(), diskBytes));
  }

  @Override
  public synchronized Optional<Closeable> tidying() {
    return isTidied ? Optional.empty() : Optional.of(() -> {});
  }

  private Instant next() {
    now = now.plusSeconds(1);
    return now;
  }
}
