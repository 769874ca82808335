package dev.astrocat.thumbs.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store whose database goes away.
 *
 * @param left calls that still succeed
 */
record FailingStore(ImageStore all, AtomicInteger left) implements ImageStore {

  private void count() {
    if (left.getAndDecrement() <= 0) {
      throw new IllegalStateException("connection reset");
    }
  }

  @Override
  public Optional<ImageRecord> find(String id) {
    count();
    return all.find(id);
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    count();
    return all.page(under, after, limit);
  }

  @Override
  public boolean saveThumbnail(String id, String location, Instant made) {
    count();
    return all.saveThumbnail(id, location, made);
  }

  @Override
  public long clearThumbnails() {
    count();
    return all.clearThumbnails();
  }
}
