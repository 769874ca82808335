package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A cache of which nothing comes but results and {@link IOException}: a cache that fails must never
 * cost a picture. A listing that fails on the way throws {@link UncheckedIOException}.
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
    Stream<CachedFile> files = FailureTranslator.ioOnly(cache::list);
    Iterator<CachedFile> guarded = new GuardedFiles(FailureTranslator.ioOnly(files::iterator));
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(guarded, 0), false)
        .onClose(files::close);
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

  @Override
  public void touch(String name) throws IOException {
    FailureTranslator.ioOnly(
        () -> {
          cache.touch(name);
          return name;
        });
  }

  @Override
  public Optional<Instant> modified(String name) throws IOException {
    return FailureTranslator.ioOnly(() -> cache.modified(name));
  }

  @Override
  public Optional<CacheSpace> space() throws IOException {
    return FailureTranslator.ioOnly(cache::space);
  }

  @Override
  public Optional<Closeable> tidying() throws IOException {
    return FailureTranslator.ioOnly(cache::tidying);
  }

  /** Entries of a listing that may fail on the way, as when an object store pages. */
  private record GuardedFiles(Iterator<CachedFile> files) implements Iterator<CachedFile> {

    @Override
    public boolean hasNext() {
      return unchecked(files::hasNext);
    }

    @Override
    public CachedFile next() {
      return unchecked(files::next);
    }

    private static <T> T unchecked(FailureTranslator.Step<T> step) {
      try {
        return FailureTranslator.ioOnly(step);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
