package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cache of which nothing comes but results and {@link IOException}: a cache that fails must never
 * cost a picture.
 *
 * @param cache anybody's cache
 */
public record GuardedCache(ThumbnailCache cache) implements ThumbnailCache {

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    return FailureTranslator.ioOnly(() -> cache.read(name));
  }

  @Override
  public String write(String name, byte[] bytes) throws IOException {
    return FailureTranslator.ioOnly(() -> cache.write(name, bytes));
  }

  @Override
  public boolean delete(String name) throws IOException {
    return FailureTranslator.ioOnly(() -> cache.delete(name));
  }

  @Override
  public Stream<CachedFile> list() throws IOException {
    return FailureTranslator.ioOnly(cache::list);
  }

  @Override
  public Optional<String> location(String name) {
    try {
      return FailureTranslator.ioOnly(() -> cache.location(name));
    } catch (IOException e) {
      return Optional.empty(); // the picture is there; only its place stays unknown
    }
  }

  @Override
  public Optional<String> stamp() throws IOException {
    return FailureTranslator.ioOnly(cache::stamp);
  }
}
