package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.File;
import java.time.Instant;
import java.util.LinkedHashMap;
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
import java.util.function.Supplier;

/**
 * Looks at sources, but waits for a moment only: a look at a network disk that hangs cannot even be
 * interrupted. It happens in daemon threads, which end when nobody looked for a while. A folder
 * that keeps one waiting is not looked into again before that look has ended, and disks, as far as
 * their names tell them apart, have threads of their own: one that hangs takes no other's.
 * Thread-safe.
 */
final class Lookout {

  private static final int THREADS = 4;
  private static final int DISK_ELEMENTS = 2;
  private static final int MAX_DISKS = 256;
  private static final long PATIENCE_MILLIS = 500;
  private static final long IDLE_SECONDS = 5;

  private final Map<String, ExecutorService> threads = new RecentDisks();
  private final Map<String, Future<Optional<SourceVersion>>> overdue = new ConcurrentHashMap<>();

  /**
   * The version that a source has now; empty if it cannot be reached, or not in time.
   *
   * @param there tells when it certainly was there, should it be missing
   * @throws SourceException if it is gone for certain
   * @throws LimitException {@code CANCELLED} if the thread is interrupted
   */
  Optional<SourceVersion> look(ImageSource source, Supplier<Instant> there) {
    String place = place(source.identity());
    Future<Optional<SourceVersion>> before = overdue.get(place);
    if (before != null && !before.isDone()) {
      return Optional.empty();
    }
    Future<Optional<SourceVersion>> look = threads(source).submit(() -> seen(source, there));
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

  private static Optional<SourceVersion> seen(ImageSource source, Supplier<Instant> there) {
    try {
      return Optional.of(source.currentVersion());
    } catch (SourceException e) {
      if (Freshness.isCertain(e, source, there.get())) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static String place(String identity) {
    return identity.substring(0, Math.max(0, identity.lastIndexOf(File.separatorChar)));
  }

  private ExecutorService threads(ImageSource source) {
    synchronized (threads) {
      return threads.computeIfAbsent(disk(source.identity()), name -> pool());
    }
  }

  /** {@code /data/nas} of {@code /data/nas/m31/a.fits}: asking a disk that hangs would hang too. */
  private static String disk(String identity) {
    int end = 0;
    for (int elements = 0; elements < DISK_ELEMENTS; elements++) {
      int next = identity.indexOf(File.separatorChar, end + 1);
      if (next < 0) {
        break;
      }
      end = next;
    }
    return identity.substring(0, end);
  }

  private static ExecutorService pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Lookout::thread);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread thread(Runnable look) {
    Thread thread = new Thread(look, "astrocat-lookout");
    thread.setDaemon(true);
    return thread;
  }

  /** Those that were looked at last; threads of others end as soon as they are idle. */
  private static final class RecentDisks extends LinkedHashMap<String, ExecutorService> {

    private static final long serialVersionUID = 1L;

    RecentDisks() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, ExecutorService> eldest) {
      return size() > MAX_DISKS;
    }
  }
}
