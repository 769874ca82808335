package dev.astrocat.thumbs.readme;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The cache of docs/hosts.md. */
// snippet
record BucketCache(Bucket bucket) implements ThumbnailCache {

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    return bucket.get(ThumbnailCache.requireName(name));
  }

  @Override
  public String write(String name, byte[] bytes) throws IOException {
    return bucket.put(ThumbnailCache.requireName(name), bytes);
  }

  @Override
  public boolean delete(String name) throws IOException {
    return bucket.remove(ThumbnailCache.requireName(name));
  }

  @Override
  public Stream<CachedFile> list() throws IOException {
    return bucket.list().map(o -> new CachedFile(o.key(), o.sizeBytes(), o.modified()));
  }
}
// end
