package dev.astrocat.thumbs.demo.serve.images;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What is to be made of one mount, in a few threads. What was ordered last is made first: who
 * scrolls on looks at the latest, and has given up what came before. Thread-safe.
 */
final class RenderLane {

  static final int MOST_WAITING = 500;
  private static final int IDLE_SECONDS = 30;

  /** Something that is made, or refused, once. */
  interface Order extends Runnable {

    /** It is not going to be made. */
    void refuse();
  }

  private final ThreadPoolExecutor threads;

  RenderLane(int threads) {
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LatestFirst(),
            RenderLane::thread,
            RenderLane::makeRoom);
    this.threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "render");
    thread.setDaemon(true); // a mount that hangs must not keep the process
    return thread;
  }

  /** Takes an order; if too many wait then, the oldest is refused. */
  void take(Order order) {
    threads.execute(order);
  }

  /** Somebody asks anew for an order that was taken: if it waits, it is the latest again. */
  void renew(Order order) {
    if (threads.remove(order)) {
      threads.execute(order);
    }
  }

  private static void makeRoom(Runnable latest, ThreadPoolExecutor threads) {
    if (threads.isShutdown()) {
      ((Order) latest).refuse();
      return;
    }
    if (((LatestFirst) threads.getQueue()).pollLast() instanceof Order oldest) {
      oldest.refuse();
    }
    threads.execute(latest);
  }

  /** Takes no more orders, and refuses those that were not begun; the others come to their end. */
  void end() {
    threads.shutdown();
    List<Runnable> waiting = new ArrayList<>();
    threads.getQueue().drainTo(waiting);
    waiting.forEach(order -> ((Order) order).refuse());
  }

  /** How many orders were not begun. */
  int waiting() {
    return threads.getQueue().size();
  }

  /** Refuses what was not begun, and interrupts what is being made. */
  void close() {
    threads.shutdownNow().forEach(order -> ((Order) order).refuse());
  }

  /** A pool offers to its queue what has to wait, and takes from the front. */
  private static final class LatestFirst extends LinkedBlockingDeque<Runnable> {

    private static final long serialVersionUID = 1L;

    LatestFirst() {
      super(MOST_WAITING);
    }

    @Override
    public boolean offer(Runnable order) {
      return offerFirst(order);
    }
  }
}
