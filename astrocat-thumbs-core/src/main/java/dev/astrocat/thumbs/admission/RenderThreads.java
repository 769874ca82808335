package dev.astrocat.thumbs.admission;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work that nobody's thread waits for: a few pieces at a time of each mount, in the order of
 * their tickets, so that a mount that hangs stops no other. Thread-safe.
 */
public final class RenderThreads implements AutoCloseable {

  private static final int IDLE_SECONDS = 10;

  private final Executor executor;
  private final int perMount;
  private final Map<String, Mount> mounts = new HashMap<>();
  private boolean isClosed;

  /**
   * Work on these threads.
   *
   * @param executor never runs a task in the thread that hands it over
   * @param perMount most pieces of work of one mount at a time, besides one that a person waits for
   */
  public RenderThreads(Executor executor, int perMount) {
    this.executor = executor;
    this.perMount = perMount;
  }

  /** Work on daemon threads that are started when there is some, and end some time after it. */
  public static RenderThreads onDemand(int perMount) {
    AtomicInteger number = new AtomicInteger();
    return new RenderThreads(
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "render-" + number.incrementAndGet());
              thread.setDaemon(true); // a mount that hangs must not keep the process
              return thread;
            }),
        perMount);
  }

  /**
   * Runs work when it is its turn.
   *
   * @param mount which may hang by itself
   * @throws LimitException {@code CLOSED} after the end
   */
  public void run(String mount, Ticket ticket, Runnable work) {
    Task task = new Task(mount, ticket, work);
    ticket.onMove(() -> reorder(task));
    synchronized (this) {
      if (isClosed) {
        throw new LimitException(ErrorCode.CLOSED, "the generator is closed");
      }
      mounts.computeIfAbsent(mount, m -> new Mount()).add(task);
    }
    startNext(mount);
  }

  private synchronized void reorder(Task task) {
    Mount mount = mounts.get(task.mount);
    if (mount != null && mount.waiting.remove(task.place, task)) {
      mount.add(task);
    }
  }

  private void startNext(String mount) {
    Optional<Task> next = next(mount);
    while (next.isPresent()) {
      start(next.get());
      next = next(mount);
    }
  }

  private void start(Task task) {
    try {
      executor.execute(
          () -> {
            try {
              task.work.run();
            } finally {
              ended(task.mount);
              startNext(task.mount);
            }
          });
    } catch (RejectedExecutionException e) {
      task.ticket.revoke(ErrorCode.BUSY);
      task.work.run(); // finds that out, and tells those who wait
      ended(task.mount);
    }
  }

  private synchronized Optional<Task> next(String name) {
    Mount mount = mounts.get(name);
    if (mount == null) {
      return Optional.empty();
    }
    Optional<Task> next = mount.next(perMount);
    mount.running += next.isPresent() ? 1 : 0;
    return next;
  }

  private synchronized void ended(String name) {
    mounts.computeIfPresent(
        name,
        (key, mount) -> {
          mount.running--;
          return mount.running == 0 && mount.waiting.isEmpty() ? null : mount;
        });
  }

  /**
   * Takes no more work, and runs here what has not begun, whose tickets are to be revoked before.
   */
  @Override
  public void close() {
    List<Task> left = new ArrayList<>();
    synchronized (this) {
      isClosed = true;
      mounts.values().forEach(mount -> left.addAll(mount.waiting.values()));
      mounts.values().forEach(mount -> mount.waiting.clear());
    }
    left.forEach(task -> task.work.run());
  }

  /** A piece of work, and where it stands at the moment. */
  private static final class Task {

    private final String mount;
    private final Ticket ticket;
    private final Runnable work;
    private Ticket.Place place;

    Task(String mount, Ticket ticket, Runnable work) {
      this.mount = mount;
      this.ticket = ticket;
      this.work = work;
      this.place = ticket.place();
    }
  }

  /** What waits and runs of one mount. */
  private static final class Mount {

    private final TreeMap<Ticket.Place, Task> waiting = new TreeMap<>();
    private int running;

    void add(Task task) {
      task.place = task.ticket.place();
      waiting.put(task.place, task);
    }

    Optional<Task> next(int perMount) {
      Map.Entry<Ticket.Place, Task> first = waiting.firstEntry();
      if (first == null) {
        return Optional.empty();
      }
      int most = first.getKey().priority() == Priority.INTERACTIVE ? perMount + 1 : perMount;
      return running < most ? Optional.of(waiting.pollFirstEntry().getValue()) : Optional.empty();
    }
  }
}
