package dev.astrocat.thumbs.formats.raw.worker;

import java.time.Duration;

/**
 * Ends a worker that nobody needs: its host is gone, the host's deadline has long passed, or there
 * was nothing to do for a while. Looks once a second, from a thread of its own, since the main one
 * may be inside native code. Thread-safe.
 */
final class Watchdog implements Runnable {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** The host kills at its deadline; behind it by this much, there is no host. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Duration idleTime;
  private final long host;
  private volatile long deadlineNanos;

  private Watchdog(Duration idleTime) {
    this.idleTime = idleTime;
    this.host = parent();
    idle();
  }

  static Watchdog start(Duration idleTime) {
    Watchdog watchdog = new Watchdog(idleTime);
    Thread thread = new Thread(watchdog, "watchdog");
    thread.setDaemon(true);
    thread.start();
    return watchdog;
  }

  /** From now on nothing is to be done. */
  void idle() {
    deadlineNanos = System.nanoTime() + idleTime.toNanos();
  }

  /** From now on there is, for this long at most. */
  void busy(long millis) {
    deadlineNanos = System.nanoTime() + Duration.ofMillis(millis).plus(GRACE).toNanos();
  }

  @Override
  public void run() {
    while (parent() == host && System.nanoTime() - deadlineNanos < 0) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        break; // nobody interrupts, so somebody wants this to end
      }
    }
    Runtime.getRuntime().halt(WorkerMain.EXIT_DONE);
  }

  /** A process whose parent dies gets another one. */
  private static long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
  }
}
