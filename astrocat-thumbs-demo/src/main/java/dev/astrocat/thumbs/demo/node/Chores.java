package dev.astrocat.thumbs.demo.node;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process does every few seconds, whatever happened to it last time. Thread-safe. */
final class Chores implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Chores.class);
  private static final int THREADS = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "chores");
            thread.setDaemon(true);
            return thread;
          });

  /** Runs it again and again, with that time in between, until this is closed. */
  void every(Duration time, String name, Runnable chore) {
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(
            () -> {
              run(name, chore);
              if (!threads.isShutdown()) {
                every(time, name, chore);
              }
            });
  }

  /** Runs it now; what went wrong, if something did. */
  Optional<Throwable> run(String name, Runnable chore) {
    FutureTask<Void> task = new FutureTask<>(chore, null);
    task.run();
    try {
      task.get();
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(e);
    } catch (ExecutionException e) {
      // An outage is told of once, elsewhere; each chore comes again.
      log.debug("{} did not work", name, e);
      return Optional.of(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
