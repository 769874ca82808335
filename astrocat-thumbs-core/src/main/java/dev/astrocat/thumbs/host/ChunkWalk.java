package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.host.BulkRequest.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the images of a target, a chunk at a time, so that a million of them take no more memory
 * than a thousand. One thread at a time.
 */
abstract sealed class ChunkWalk {

  /** The next ids, at most a chunk of them; none at the end. */
  abstract List<String> next();

  static ChunkWalk over(Target target, ImageStore store) {
    if (target instanceof Target.Images images) {
      return new ListWalk(images.ids());
    }
    return new FolderWalk(store, ((Target.Folder) target).folder());
  }

  private static final class ListWalk extends ChunkWalk {

    private final List<String> ids;
    private int at;

    ListWalk(List<String> ids) {
      this.ids = ids;
    }

    @Override
    List<String> next() {
      int start = at;
      at = Math.min(ids.size(), start + ThumbnailJob.MAX_IMAGES);
      return ids.subList(start, at);
    }
  }

  private static final class FolderWalk extends ChunkWalk {

    /** Workers wait no longer for a chunk to fill, where few records lie in the folder. */
    private static final long PATIENCE_NANOS = Duration.ofMillis(300).toNanos();

    private final ImageStore store;
    private final Optional<Path> folder;
    private Optional<String> last = Optional.empty();

    FolderWalk(ImageStore store, Optional<Path> folder) {
      this.store = store;
      this.folder = folder;
    }

    @Override
    List<String> next() {
      List<String> ids = new ArrayList<>();
      long start = System.nanoTime();
      boolean isLast = false;
      while (!isLast
          && ids.size() < ThumbnailJob.MAX_IMAGES
          && (ids.isEmpty() || System.nanoTime() - start < PATIENCE_NANOS)) {
        List<ImageRecord> page = store.page(folder, last, ThumbnailJob.MAX_IMAGES - ids.size());
        for (ImageRecord image : page) {
          last = Optional.of(image.id());
          if (folder.isEmpty() || Folders.holds(folder.get(), image)) {
            ids.add(image.id());
          }
        }
        isLast = page.isEmpty();
      }
      return ids;
    }
  }
}
