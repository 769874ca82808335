package dev.astrocat.thumbs.bands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work that the members of a crew do side by side, each its share. Thread-safe. */
final class CrewWork {

  private CrewWork() {}

  /** Does the work on so many threads at most, the calling one among them; what each has made. */
  static <P> List<P> run(Crew crew, Callable<P> work, int threads) throws IOException {
    List<Share<P>> shares = new ArrayList<>();
    while (shares.size() < threads - 1) {
      Share<P> share = new Share<>(work);
      try {
        crew.executor().execute(share);
      } catch (RejectedExecutionException e) {
        break; // a full or closed executor costs its threads, not the picture
      }
      shares.add(share);
    }
    Share<P> own = new Share<>(work);
    own.run();
    shares.add(0, own); // its failure tells most: an interrupt of the caller fails the others too
    return results(shares);
  }

  /** Waits for all shares, even when one has failed: the caller may close the image next. */
  private static <P> List<P> results(List<Share<P>> shares) throws IOException {
    List<P> parts = new ArrayList<>();
    List<ExecutionException> failures = new ArrayList<>();
    for (Share<P> share : shares) {
      try {
        share.addResultTo(parts);
      } catch (ExecutionException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw rethrown(failures.get(0));
    }
    return parts;
  }

  private static IOException rethrown(ExecutionException failure) throws IOException {
    Throwable cause = failure.getCause();
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }

  /** One thread's part of a walk; one that has not begun when the others are through is dropped. */
  private static final class Share<P> implements Runnable {

    private final AtomicBoolean claimed = new AtomicBoolean();
    private final FutureTask<P> task;

    Share(Callable<P> work) {
      this.task = new FutureTask<>(work);
    }

    @Override
    public void run() {
      if (claimed.compareAndSet(false, true)) {
        task.run();
      }
    }

    void addResultTo(List<P> parts) throws ExecutionException {
      if (claimed.compareAndSet(false, true)) {
        task.cancel(false); // a busy executor may hold it for long: it lets go of the image
        return;
      }
      boolean interrupted = false;
      try {
        while (true) {
          try {
            parts.add(task.get());
            return;
          } catch (InterruptedException e) {
            interrupted = true; // rows may still be in use: wait, the share sees the deadline
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
