package dev.astrocat.thumbs.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives all images, whatever folder is asked for; a store may. */
record CarelessStore(ImageStore all) implements ImageStore {

  @Override
  public Optional<ImageRecord> find(String id) {
    return all.find(id);
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    return all.page(Optional.empty(), after, limit);
  }

  @Override
  public boolean saveThumbnail(String id, String location, Instant made) {
    return all.saveThumbnail(id, location, made);
  }

  @Override
  public long clearThumbnails() {
    return all.clearThumbnails();
  }
}
