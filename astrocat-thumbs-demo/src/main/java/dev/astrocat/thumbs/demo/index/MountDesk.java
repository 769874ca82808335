package dev.astrocat.thumbs.demo.index;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All scans of one mount, one after the other, in a thread that lives as long as there is something
 * to scan. Thread-safe; nothing but the scans themselves waits for the mount.
 */
final class MountDesk {

  private static final Logger log = LoggerFactory.getLogger(MountDesk.class);

  private static final long OUTAGE_PAUSE_MILLIS = 5000;

  private final MountScanner scanner;
  private final Deque<ScanRequest> requests = new ArrayDeque<>();
  private @Nullable Thread thread;
  private boolean closed;

  MountDesk(MountScanner scanner) {
    this.scanner = scanner;
  }

  Path mount() {
    return scanner.mount();
  }

  /** The scan that is running here. */
  Optional<ScanJob> job() {
    return scanner.job();
  }

  /**
   * Has something scanned, unless a scan that waits does it; the one that does it. A scan that runs
   * may have passed by what was changed just now.
   */
  synchronized ScanRequest take(ScanRequest request) {
    Optional<ScanRequest> other = requests.stream().filter(r -> r.covers(request)).findFirst();
    if (other.isPresent() || closed) {
      return other.orElse(request);
    }
    requests.addLast(request);
    if (thread == null) {
      Thread fresh = new Thread(this::scanAll, "scan of " + mount());
      fresh.setDaemon(true);
      thread = fresh;
      fresh.start();
    }
    return request;
  }

  private synchronized Optional<ScanRequest> next() {
    Optional<ScanRequest> next =
        closed ? Optional.empty() : Optional.ofNullable(requests.pollFirst());
    if (next.isEmpty()) {
      thread = null;
    }
    return next;
  }

  private void scanAll() {
    Optional<ScanRequest> request = next();
    while (request.isPresent()) {
      ScanRequest one = request.get();
      FutureTask<Boolean> task = new FutureTask<>(() -> scanner.scan(one), true);
      task.run();
      if (end(task)) {
        again(one);
      }
      request = next();
    }
  }

  /** An outage ends, and nobody else would ask for this scan. */
  private void again(ScanRequest request) {
    try {
      Thread.sleep(OUTAGE_PAUSE_MILLIS);
      synchronized (this) {
        requests.addFirst(request);
      }
    } catch (InterruptedException e) {
      log.debug("the scan of {} is not tried again", mount(), e);
    }
  }

  /**
   * Gives the mount back, whatever became of the scan, also when that was interrupted.
   *
   * @return whether an outage ended the scan
   */
  private boolean end(FutureTask<Boolean> task) {
    boolean isStopped = Thread.interrupted();
    boolean isOutage = false;
    try {
      task.get();
    } catch (ExecutionException e) {
      isOutage = MountScanner.isOutage(e);
      tell(e, isOutage);
      Ticker.attempt(() -> scanner.failed(e), "telling");
    } catch (InterruptedException e) {
      isStopped = true;
    }
    Ticker.attempt(scanner::ended, "giving " + mount() + " back");
    if (isStopped) {
      log.debug("the scan of {} was interrupted", mount());
    }
    return isOutage;
  }

  /** An outage is told of by others, and with the reason. */
  private void tell(ExecutionException failure, boolean isOutage) {
    if (isOutage) {
      log.warn("the scan of {} waits: a store is away", mount());
      log.debug("the scan of {} waits", mount(), failure);
    } else {
      log.warn("the scan of {} failed", mount(), failure);
    }
  }

  /**
   * To be called every second: tells how far the scan is, queues what it found, and stops it if
   * another process has taken the mount. Blocks on the database alone.
   */
  void tick() {
    if (!scanner.tick()) {
      interrupt();
    }
  }

  /** Has a mount scanned that was away and is there again; blocks for as long as it hangs. */
  void seekReturn() {
    if (scanner.hasReturned()) {
      take(new ScanRequest(mount(), mount(), ScanRequest.Depth.CHANGES));
    }
  }

  private synchronized void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Stops the scan, but does not wait for a mount that hangs. */
  synchronized void close() {
    closed = true;
    requests.clear();
    interrupt();
  }
}
