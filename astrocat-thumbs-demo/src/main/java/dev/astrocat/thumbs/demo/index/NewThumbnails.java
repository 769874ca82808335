package dev.astrocat.thumbs.demo.index;

import java.nio.file.Path;
import java.util.List;

/**
 * Queues the thumbnails of new and changed images: every second while a scan runs, so that pictures
 * appear, and at its end. What could not be queued stays in the book for the next time.
 * Thread-safe.
 */
final class NewThumbnails {

  /** Takes images whose thumbnails are to be made soon. */
  @FunctionalInterface
  interface Queue {
    void submit(List<String> ids);
  }

  private static final int CHUNK = 200;

  private final Path mount;
  private final ImageBook book;
  private final Queue queue;

  NewThumbnails(Path mount, ImageBook book, Queue queue) {
    this.mount = mount;
    this.book = book;
    this.queue = queue;
  }

  /** Queues what waits. */
  synchronized void flush() {
    List<Long> ids = book.unqueued(mount, CHUNK);
    while (!ids.isEmpty()) {
      queue.submit(ids.stream().map(String::valueOf).toList());
      book.queued(ids);
      ids = book.unqueued(mount, CHUNK);
    }
  }
}
