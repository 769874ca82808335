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

  /** The position of a walk that has not begun. */
  static final String START = "";

  /** The next ids, at most a chunk of them; none at the end. */
  abstract List<String> next();

  /** From where another walk gives what this one has not given yet. */
  abstract String position();

  static ChunkWalk over(Target target, ImageStore store, String position) {
    if (target instanceof Target.Images images) {
      return new ListWalk(images.ids(), position);
    }
    return new FolderWalk(store, ((Target.Folder) target).folder(), position);
  }

  private static final class ListWalk extends ChunkWalk {

    private final List<String> ids;
    private int at;

    ListWalk(List<String> ids, String position) {
      this.ids = ids;
      at = position.equals(START) ? 0 : Integer.parseInt(position);
    }

    @Override
    List<String> next() {
      int start = at;
      at = Math.min(ids.size(), start + ThumbnailJob.MAX_IMAGES);
      return ids.subList(start, at);
    }

    @Override
    String position() {
      return String.valueOf(at);
    }
  }

  private static final class FolderWalk extends ChunkWalk {

    /** Workers wait no longer for a chunk to fill, where few records lie in the folder. */
    private static final long PATIENCE_NANOS = Duration.ofMillis(300).toNanos();

    private final ImageStore store;
    private final Optional<Path> folder;
    private Optional<String> last;

    FolderWalk(ImageStore store, Optional<Path> folder, String position) {
      this.store = store;
      this.folder = folder;
      last = Optional.of(position).filter(id -> !id.equals(START)); // ids are never empty
    }

    @Override
    String position() {
      return last.orElse(START);
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
