package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at sources, but waits for a moment only: a look at a network disk that hangs cannot even be
 * interrupted. It happens in daemon threads, which end when nobody looked for a while; a folder
 * that keeps one waiting is not looked into again before that look has ended. Thread-safe.
 */
final class Lookout {

  private static final int THREADS = 8;
  private static final long PATIENCE_MILLIS = 500;
  private static final long IDLE_SECONDS = 5;

  private final ExecutorService threads;
  private final Map<String, Future<Optional<SourceVersion>>> overdue = new ConcurrentHashMap<>();

  Lookout() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Lookout::thread);
    pool.allowCoreThreadTimeOut(true);
    threads = pool;
  }

  /**
   * The version that a source has now; empty if it cannot be reached, or not in time.
   *
   * @throws SourceException if it is gone for certain
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  Optional<SourceVersion> look(ImageSource source) {
    String place = place(source.identity());
    Future<Optional<SourceVersion>> before = overdue.get(place);
    if (before != null && !before.isDone()) {
      return Optional.empty();
    }
    Future<Optional<SourceVersion>> look = threads.submit(() -> seen(source));
    try {
      return look.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      overdue.values().removeIf(Future::isDone);
      overdue.put(place, look);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimitException(ErrorCode.CANCELLED, "interrupted while looking at a source", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SourceException gone) {
        throw gone;
      }
      throw new SourceException(
          ErrorCode.SOURCE_UNREADABLE, source.name() + " could not be looked at", e);
    }
  }

  private static Optional<SourceVersion> seen(ImageSource source) {
    try {
      return Optional.of(source.currentVersion());
    } catch (SourceException e) {
      if (Freshness.isCertain(e, source)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static String place(String identity) {
    return identity.substring(0, Math.max(0, identity.lastIndexOf(File.separatorChar)));
  }

  private static Thread thread(Runnable look) {
    Thread thread = new Thread(look, "astrocat-lookout");
    thread.setDaemon(true);
    return thread;
  }
}
