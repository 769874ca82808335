package dev.astrocat.thumbs.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps opaque bytes under names. Thread-safe; methods block.
 *
 * <p>Four methods must be written, six more can be. Names are plain file names, see {@link
 * #requireName}. All else, such as freshness, proof, statistics and limits, is core's business, so
 * every cache has every guarantee. A reader must see all of an old entry or all of a new one, never
 * a mixture; that an entry vanishes, or is torn by a crash, is allowed, since entries prove
 * themselves.
 */
public interface ThumbnailCache {

  /** The bytes under a name, or empty. */
  Optional<byte[]> read(String name) throws IOException;

  /**
   * Puts bytes under a name, in one step, over what was there.
   *
   * @return where they are, for the host's records: a path, a URL; stable for one name
   */
  String write(String name, byte[] bytes) throws IOException;

  /** Removes an entry; whether there was one. */
  boolean delete(String name) throws IOException;

  /** All entries, in any order; the caller closes the stream. */
  Stream<CachedFile> list() throws IOException;

  /**
   * Where {@link #write} put, or would put, an entry; nothing is looked up. Called for each hit, so
   * that a host can record the location of a thumbnail that another process wrote.
   *
   * @return empty where only a write can tell
   */
  default Optional<String> location(String name) {
    return Optional.empty();
  }

  /**
   * A mark that is another one after each change of the listing, by whatever process; it spares
   * statistics a walk. Must be quick.
   *
   * @return empty where there is no such mark, or it cannot be trusted at the moment: then
   *     statistics call {@link #list} each time
   */
  default Optional<String> stamp() throws IOException {
    return Optional.empty();
  }

  /**
   * Marks an entry as used now, which {@link CachedFile#modified} shows from then on; nothing
   * happens if it is gone. Called for hits of a cache whose size is limited, at most once an hour
   * for each entry.
   */
  default void touch(String name) throws IOException {}

  /**
   * When an entry was written or touched, as {@link #list} tells. Called when a source is missing,
   * to tell whether it was deleted since or its disk is not mounted.
   *
   * @return empty if it is not there, or that cannot be told quickly
   */
  default Optional<Instant> modified(String name) throws IOException {
    return Optional.empty();
  }

  /**
   * How much room there is where entries are written. Called before each write; must be quick.
   *
   * @return empty where nobody knows, or nothing limits it
   */
  default Optional<CacheSpace> space() throws IOException {
    return Optional.empty();
  }

  /**
   * Asked once before many entries are deleted: to clear the cache, to limit its size, to collect
   * orphans.
   *
   * @return to be closed when they are deleted; empty while another process is at it, and only a
   *     clear goes on then
   * @throws IOException if entries cannot be told from files of other programs
   */
  default Optional<Closeable> tidying() throws IOException {
    return Optional.of(() -> {});
  }

  /**
   * Refuses what is no plain file name: with separators, control characters, a leading dot, or more
   * than 255 bytes of UTF-8. Caches call it first in each method that takes a name.
   *
   * @return the name
   * @throws IllegalArgumentException if it is refused
   */
  static String requireName(String name) {
    boolean isPlain = !name.isEmpty() && name.charAt(0) != '.';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      isPlain &= c != '/' && c != '\\' && !Character.isISOControl(c);
    }
    if (!isPlain || name.getBytes(StandardCharsets.UTF_8).length > 255) {
      throw new IllegalArgumentException("not the name of a cache entry: " + name);
    }
    return name;
  }
}
