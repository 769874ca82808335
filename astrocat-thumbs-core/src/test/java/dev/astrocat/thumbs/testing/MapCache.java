package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The smallest cache that keeps the contract: a map. */
public final class MapCache implements ThumbnailCache {

  private final Map<String, byte[]> entries = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(entries.get(ThumbnailCache.requireName(name)));
  }

  @Override
  public String write(String name, byte[] bytes) {
    entries.put(ThumbnailCache.requireName(name), bytes);
    return "map:" + name;
  }

  @Override
  public boolean delete(String name) {
    return entries.remove(ThumbnailCache.requireName(name)) != null;
  }

  @Override
  public Stream<CachedFile> list() {
    return entries.entrySet().stream()
        .map(entry -> new CachedFile(entry.getKey(), entry.getValue().length, Instant.EPOCH));
  }
}
