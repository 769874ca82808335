package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.KnownFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What a scan asks of the catalog, and what it tells it. Thread-safe; blocks. */
interface ImageBook {

  /** Those of these files that are known. */
  List<KnownFile> known(Collection<Path> files);

  /** Files of a mount that have the key of this one; none if it has none. */
  List<KnownFile> withKey(Path mount, FoundFile file);

  /** Files of a mount that have the name, size and time of this one. */
  List<KnownFile> alike(Path mount, FoundFile file);

  /**
   * Some files of a mount, by their ids.
   *
   * @param after the last id of the page before; 0 for the first page
   */
  List<KnownFile> page(Path mount, long after, int limit);

  /** How many images a mount has. */
  long count(Path mount);

  /** Takes in a new file and what its headers say; its id. */
  long add(Path mount, FoundFile file, Reading reading);

  /** A file has other bytes. */
  void change(Path mount, long id, FoundFile file, Reading reading);

  /** The headers of a file were read again. */
  void readAgain(long id, FoundFile file, Reading reading);

  /** The headers of a file were read, which had not been possible before. */
  void readFirst(long id, FoundFile file, Reading reading);

  /** A file lies somewhere else. */
  void move(Path mount, long id, FoundFile to);

  /** Images of a mount whose thumbnails were not queued yet. */
  List<Long> unqueued(Path mount, int limit);

  /** The thumbnails of these images are queued. */
  void queued(Collection<Long> ids);

  /** Files that are gone; returns how many there were. */
  int remove(Collection<Long> ids);
}
