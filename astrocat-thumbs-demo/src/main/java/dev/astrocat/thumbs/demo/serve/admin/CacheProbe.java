package dev.astrocat.thumbs.demo.serve.admin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks whether thumbnails can be kept. The look is taken in a thread of its own, one at a time:
 * the folder of a file server that hangs must not hold up who asks. Thread-safe.
 */
final class CacheProbe {

  private static final int PATIENCE_MILLIS = 500;
  private static final String SILENT = "does not answer";

  private final Path folder;
  private CompletableFuture<String> look = CompletableFuture.completedFuture(SILENT);

  CacheProbe(Path folder) {
    this.folder = folder;
  }

  String status() {
    return look().completeOnTimeout(SILENT, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  /** A look that is under way is waited for, by a copy that may end earlier. */
  private synchronized CompletableFuture<String> look() {
    if (look.isDone()) {
      CompletableFuture<String> next = new CompletableFuture<>();
      Thread thread = new Thread(() -> next.complete(looked()), "cache-probe");
      thread.setDaemon(true);
      thread.start();
      look = next;
    }
    return look.copy();
  }

  private String looked() {
    if (!Files.isDirectory(folder)) {
      return "is not there";
    }
    return Files.isWritable(folder) ? "ok" : "cannot be written";
  }
}
