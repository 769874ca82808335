package dev.astrocat.thumbs;

import dev.astrocat.thumbs.admission.DecodeBudget;
import dev.astrocat.thumbs.admission.Ticket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The calls of a generator that are under way, and their end. Thread-safe. */
final class OpenCalls {

  private final DecodeBudget budget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Set<Ticket> tickets = ConcurrentHashMap.newKeySet();
  private int running;
  private boolean isClosed;

  OpenCalls(DecodeBudget budget) {
    this.budget = budget;
  }

  /**
   * Runs a call in this thread.
   *
   * @throws LimitException {@code CLOSED} after the end
   */
  <T> T during(Supplier<T> call) {
    requireOpen();
    begin();
    try {
      return call.get();
    } finally {
      end();
    }
  }

  /** Runs what a call began before, also after the end: its ticket decides what becomes of it. */
  void finish(Runnable work) {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  /** Runs a call that may have to decode, see {@link #during}. */
  <T> T during(ThumbnailRequest request, Function<Ticket, T> call) {
    return during(
        () -> {
          Ticket ticket = ticket(request);
          try {
            return call.apply(ticket);
          } finally {
            forget(ticket);
          }
        });
  }

  /** A ticket that is revoked at the end, until it is forgotten. */
  Ticket ticket(ThumbnailRequest request) {
    Ticket ticket = budget.ticket(request.priority(), request.longestWait());
    tickets.add(ticket);
    if (isClosed()) { // in between: nobody else would revoke it
      ticket.revoke(ErrorCode.CLOSED);
    }
    return ticket;
  }

  void forget(Ticket ticket) {
    tickets.remove(ticket);
  }

  private void begin() {
    lock.lock();
    try {
      running++;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      running--;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses calls after the end. */
  void requireOpen() {
    if (isClosed()) {
      throw new LimitException(ErrorCode.CLOSED, "the generator is closed; build another one");
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return isClosed;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more calls, and refuses those that wait to be admitted. */
  void close() {
    lock.lock();
    try {
      isClosed = true;
    } finally {
      lock.unlock();
    }
    tickets.forEach(ticket -> ticket.revoke(ErrorCode.CLOSED));
  }

  /** Waits for the calls that are under way, unless this thread is interrupted. */
  void awaitEnd(Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (running > 0 && left > 0) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
