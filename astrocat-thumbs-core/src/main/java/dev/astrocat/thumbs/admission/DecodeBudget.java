package dev.astrocat.thumbs.admission;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What all decodes together may take: memory in bytes, and permits, one for each decode. A
 * generator has a budget of its own, unless several are given the same one. Thread-safe, also on
 * virtual threads.
 *
 * <p>The highest {@link Priority} goes first, and inside one whoever came first; see {@link Order}.
 * Whoever is next waits until there is room, and nobody overtakes it: so a large image is not kept
 * waiting by small ones. A person may use one permit more than there are. An image that needs more
 * than the whole budget is decoded alone.
 *
 * <p>A decode that shows no progress for {@link #SILENCE} no longer counts, so that a file system
 * that hangs does not stop all others.
 */
public final class DecodeBudget {

  /** A decode without progress for so long has hung; its own deadline has passed by then. */
  public static final Duration SILENCE = Duration.ofSeconds(10);

  private static final int PERCENT_OF_HEAP = 40;

  /** Nobody tells when a decode falls silent. */
  private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Comparator<Ticket> ORDER = Comparator.comparing(Ticket::place);

  /** Which of two persons goes first. */
  public enum Order {
    /** Who came first. */
    FIRST_COME,
    /**
     * Who came last, as pages want it on which one scrolls: the latest is looked at, and what came
     * before has often been given up.
     */
    LATEST_FIRST
  }

  private final long bytes;
  private final int permits;
  private final Order order;
  private final Duration silence;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Ticket> waiting = new ArrayList<>();
  private final Set<Grant> running = new HashSet<>();
  private long places;

  /**
   * A budget.
   *
   * @param bytes most memory of all decodes together
   * @param permits most decodes at a time, besides one that a person waits for
   */
  public DecodeBudget(long bytes, int permits) {
    this(bytes, permits, Order.FIRST_COME, SILENCE);
  }

  DecodeBudget(long bytes, int permits, Order order, Duration silence) {
    if (bytes < 1 || permits < 1) {
      throw new IllegalArgumentException(
          "a budget has at least 1 byte and 1 permit, not " + bytes + " and " + permits);
    }
    this.bytes = bytes;
    this.permits = permits;
    this.order = order;
    this.silence = silence;
  }

  /** 40 % of the heap, and a permit for each processor. */
  public static DecodeBudget ofMachine() {
    Runtime machine = Runtime.getRuntime();
    return new DecodeBudget(
        machine.maxMemory() / 100 * PERCENT_OF_HEAP, machine.availableProcessors());
  }

  /** A budget of the same size that serves persons in that order. */
  public DecodeBudget inOrder(Order value) {
    return new DecodeBudget(bytes, permits, value, silence);
  }

  /** Most memory of all decodes together. */
  public long bytes() {
    return bytes;
  }

  /** Most decodes at a time, besides one that a person waits for. */
  public int permits() {
    return permits;
  }

  /** How many decodes are under way. */
  public int running() {
    lock.lock();
    try {
      return running.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many wait to be admitted. */
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * A place in the order.
   *
   * @param longestWait for which it waits at most, from now on; empty for as long as it takes
   */
  public Ticket ticket(Priority priority, Optional<Duration> longestWait) {
    lock.lock();
    try {
      return new Ticket(this, lock.newCondition(), newPlace(priority), longestWait);
    } finally {
      lock.unlock();
    }
  }

  private Ticket.Place newPlace(Priority priority) {
    places++;
    return new Ticket.Place(priority, isLatestFirst(priority) ? -places : places);
  }

  private boolean isLatestFirst(Priority priority) {
    return order == Order.LATEST_FIRST && priority == Priority.INTERACTIVE;
  }

  /** The place of a ticket whose decode somebody else waits for too; called in {@link #change}. */
  Ticket.Place joined(Ticket.Place place, Priority other) {
    Priority higher = other.compareTo(place.priority()) < 0 ? other : place.priority();
    if (isLatestFirst(higher)) {
      return newPlace(higher);
    }
    return new Ticket.Place(higher, place.number());
  }

  /** See {@link Ticket#admit}. */
  Grant admit(Ticket ticket, LongSupplier wanted) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
    try {
      return awaitTurn(ticket, wanted);
    } catch (InterruptedException e) {
      throw cancelled(e);
    } finally {
      waiting.remove(ticket);
      callNext();
      lock.unlock();
    }
  }

  private Grant awaitTurn(Ticket ticket, LongSupplier wanted) throws InterruptedException {
    waiting.add(ticket);
    long share = Math.min(wanted.getAsLong(), bytes);
    while (!isNext(ticket) || !hasRoomFor(ticket, share)) {
      ticket.turn().awaitNanos(ticket.nanosToWait(LOOK_AGAIN_NANOS));
      share = Math.min(wanted.getAsLong(), bytes);
    }
    ticket.requireValid();
    ticket.admitted();
    Grant grant = new Grant(this, share);
    running.add(grant);
    return grant;
  }

  private boolean isNext(Ticket ticket) {
    return waiting.stream().min(ORDER).filter(first -> first == ticket).isPresent();
  }

  private boolean hasRoomFor(Ticket ticket, long share) {
    long now = System.nanoTime();
    int most = ticket.priority() == Priority.INTERACTIVE ? permits + 1 : permits;
    return runningAt(now) < most && heldAt(now) <= bytes - share;
  }

  private long runningAt(long now) {
    return running.stream().filter(grant -> !isSilent(grant, now)).count();
  }

  private long heldAt(long now) {
    return running.stream().filter(grant -> !isSilent(grant, now)).mapToLong(Grant::share).sum();
  }

  private boolean isSilent(Grant grant, long now) {
    return now - grant.progressedAt() > silence.toNanos();
  }

  private void callNext() {
    waiting.stream().min(ORDER).ifPresent(first -> first.turn().signal());
  }

  /** Changes something that the order or the room depends on. */
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      callNext();
    } finally {
      lock.unlock();
    }
  }

  /** See {@link Grant#take(long)}; never waits for others. */
  boolean take(Grant grant, long more) {
    lock.lock();
    try {
      grant.take(more, bytes - heldAt(System.nanoTime()));
      return !grant.isShort();
    } finally {
      lock.unlock();
    }
  }

  /** See {@link Grant#takeIfFree(long)}; leaves something to those who may come. */
  boolean takeIfFree(Grant grant, long more) {
    lock.lock();
    try {
      long now = System.nanoTime();
      long forOthers = Math.max(0, permits - runningAt(now)) * bytes / (4L * permits);
      return waiting.isEmpty() && grant.takeIfFree(more, bytes - heldAt(now) - forOthers);
    } finally {
      lock.unlock();
    }
  }

  /** See {@link Grant#close}. */
  void leave(Grant grant) {
    change(() -> running.remove(grant));
  }

  private static LimitException cancelled(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new LimitException(
        ErrorCode.CANCELLED, "interrupted while waiting for others to finish decoding", e);
  }
}
