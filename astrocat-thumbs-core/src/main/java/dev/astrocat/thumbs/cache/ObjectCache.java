package dev.astrocat.thumbs.cache;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cache that is told by four functions, such as the calls of an object store's client. It checks
 * all names. Thread-safe if the functions are.
 *
 * @param reader see {@link ThumbnailCache#read}
 * @param writer see {@link ThumbnailCache#write}
 * @param deleter see {@link ThumbnailCache#delete}
 * @param lister see {@link ThumbnailCache#list}
 */
public record ObjectCache(Reader reader, Writer writer, Deleter deleter, Lister lister)
    implements ThumbnailCache {

  /** The bytes of an object, or empty. */
  @FunctionalInterface
  public interface Reader {
    /** See {@link ThumbnailCache#read}. */
    Optional<byte[]> read(String name) throws IOException;
  }

  /** Writes an object in one step. */
  @FunctionalInterface
  public interface Writer {
    /** See {@link ThumbnailCache#write}. */
    String write(String name, byte[] bytes) throws IOException;
  }

  /** Deletes an object; whether there was one. */
  @FunctionalInterface
  public interface Deleter {
    /** See {@link ThumbnailCache#delete}. */
    boolean delete(String name) throws IOException;
  }

  /** All objects, in any order. */
  @FunctionalInterface
  public interface Lister {
    /** See {@link ThumbnailCache#list}. */
    Stream<CachedFile> list() throws IOException;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    return reader.read(ThumbnailCache.requireName(name));
  }

  @Override
  public String write(String name, byte[] bytes) throws IOException {
    return writer.write(ThumbnailCache.requireName(name), bytes);
  }

  @Override
  public boolean delete(String name) throws IOException {
    return deleter.delete(ThumbnailCache.requireName(name));
  }

  @Override
  public Stream<CachedFile> list() throws IOException {
    return lister.list();
  }
}
