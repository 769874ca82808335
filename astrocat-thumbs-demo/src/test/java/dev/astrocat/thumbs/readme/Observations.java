package dev.astrocat.thumbs.readme;

import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.SavedThumbnail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The records of the README. */
// snippet
final class Observations implements ImageStore {
  final ConcurrentNavigableMap<String, ImageRecord> rows = new ConcurrentSkipListMap<>();

  @Override
  public Optional<ImageRecord> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override // may give images of other folders too: the library looks at each path
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    var rest = after.map(id -> rows.tailMap(id, false)).orElse(rows);
    return rest.values().stream().limit(limit).toList();
  }

  @Override
  public boolean saveThumbnail(String id, String location, Instant made) {
    var saved = new SavedThumbnail(location, made);
    return rows.computeIfPresent(id, (key, image) -> image.withThumbnail(saved)) != null;
  }

  @Override
  public long clearThumbnails() {
    long had = rows.values().stream().filter(image -> image.thumbnail().isPresent()).count();
    rows.replaceAll((id, image) -> image.withoutThumbnail());
    return had;
  }
}
// end
