package dev.astrocat.thumbs.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Records in memory, ordered by id; for tests, tools and small hosts. Thread-safe. */
public final class MemoryImageStore implements ImageStore {

  private final ConcurrentNavigableMap<String, ImageRecord> records = new ConcurrentSkipListMap<>();

  /** An empty store. */
  public MemoryImageStore() {}

  /** A store with these records. */
  public MemoryImageStore(Collection<ImageRecord> records) {
    records.forEach(this::put);
  }

  /** Adds a record, or replaces the one of its id. */
  public void put(ImageRecord image) {
    records.put(image.id(), image);
  }

  /** Removes the record of that id; whether there was one. */
  public boolean remove(String id) {
    return records.remove(id) != null;
  }

  @Override
  public Optional<ImageRecord> find(String id) {
    return Optional.ofNullable(records.get(id));
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    return after.map(id -> records.tailMap(id, false)).orElse(records).values().stream()
        .filter(image -> under.isEmpty() || Folders.holds(under.get(), image))
        .limit(limit)
        .toList();
  }

  @Override
  public OptionalLong count(Optional<Path> under) {
    return OptionalLong.of(
        under.isEmpty()
            ? records.size()
            : records.values().stream().filter(image -> Folders.holds(under.get(), image)).count());
  }

  @Override
  public boolean saveThumbnail(String id, String location, Instant made) {
    SavedThumbnail saved = new SavedThumbnail(location, made);
    return records.computeIfPresent(id, (key, image) -> image.withThumbnail(saved)) != null;
  }

  @Override
  public long clearThumbnails() {
    long cleared = 0;
    for (String id : records.keySet()) {
      if (hadThumbnail(id)) {
        cleared++;
      }
    }
    return cleared;
  }

  private boolean hadThumbnail(String id) {
    boolean[] had = new boolean[1];
    records.computeIfPresent(
        id,
        (key, image) -> {
          had[0] = image.thumbnail().isPresent();
          return image.withoutThumbnail();
        });
    return had[0];
  }
}
