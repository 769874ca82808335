package dev.astrocat.thumbs.demo.index;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again in a daemon thread, whatever came of it the last time. */
final class Ticker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);

  private final Duration pause;
  private final Runnable work;
  private final Thread thread;

  private Ticker(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins after the first pause. */
  static Ticker start(String name, Duration pause, Runnable work) {
    Ticker ticker = new Ticker(name, pause, work);
    ticker.thread.start();
    return ticker;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(pause.toMillis());
        attempt(work, thread.getName());
      }
    } catch (InterruptedException e) {
      log.debug("{} ends", thread.getName(), e);
    }
  }

  /** Does something that may fail; whether it did not. */
  static boolean attempt(Runnable work, String name) {
    FutureTask<Boolean> task = new FutureTask<>(work, true);
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      log.warn("{} failed, for now: {}", name, String.valueOf(e.getCause()));
      log.debug("{} failed", name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
