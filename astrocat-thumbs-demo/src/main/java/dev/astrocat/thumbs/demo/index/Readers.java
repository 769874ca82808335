package dev.astrocat.thumbs.demo.index;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The few threads that read files of one mount, and a short queue in front of them. Daemons, since
 * a read from a mount that hangs can be neither interrupted nor ended. {@link #submit} from one
 * thread.
 */
final class Readers implements AutoCloseable {

  private static final int QUEUE_PER_READER = 16;

  private final int places;
  private final Semaphore free;
  private final ThreadPoolExecutor threads;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Readers(int readers, String name) {
    this.places = readers * QUEUE_PER_READER;
    this.free = new Semaphore(places);
    this.threads =
        new ThreadPoolExecutor(
            readers,
            readers,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(places),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Has work done; blocks while there is too much of it.
   *
   * @throws CompletionException if some work failed
   */
  void submit(Runnable work) throws InterruptedException {
    free.acquire();
    threads.execute(new Task(work));
    rethrow();
  }

  /** Returns when all work is done. */
  void await() throws InterruptedException {
    free.acquire(places);
    free.release(places);
    rethrow();
  }

  /** Keeps the first failure, and makes place when it is through. */
  private final class Task extends FutureTask<Boolean> {

    Task(Runnable work) {
      super(work, true);
    }

    @Override
    protected void setException(Throwable thrown) {
      failure.compareAndSet(null, thrown);
      super.setException(thrown);
    }

    @Override
    protected void done() {
      free.release();
    }
  }

  private void rethrow() {
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new CompletionException(thrown);
    }
  }

  /** Work that has not begun is not done any more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
