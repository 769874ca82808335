package dev.astrocat.thumbs.admission;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Priority;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;

/**
 * A place in the order of a {@link DecodeBudget}. It is kept while one comes back for more memory,
 * and moves up when somebody of a higher priority waits for the same. Thread-safe.
 */
public final class Ticket {

  private final DecodeBudget budget;
  private final Condition turn;
  private final Optional<Duration> longestWait;
  private final long since = System.nanoTime();
  private final List<Runnable> onMove = new CopyOnWriteArrayList<>();
  private volatile Place place;
  private volatile boolean wasAdmitted;
  private volatile Optional<ErrorCode> revoked = Optional.empty();

  /**
   * Where a ticket stands; the least goes first.
   *
   * @param number inside its priority; no two places of a budget have the same
   */
  record Place(Priority priority, long number) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::priority).thenComparing(Place::number);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  Ticket(DecodeBudget budget, Condition turn, Place place, Optional<Duration> longestWait) {
    this.budget = budget;
    this.turn = turn;
    this.place = place;
    this.longestWait = longestWait;
  }

  /**
   * Waits until it is its turn and there is room. Blocks; the caller must hold nothing of the
   * budget.
   *
   * @param bytes of memory; more than the budget has stands for all of it
   * @throws LimitException {@code BUSY} if it took longer than may be waited, {@code CANCELLED} if
   *     the thread is interrupted, or with what the ticket was revoked
   */
  public Grant admit(long bytes) {
    return admit(() -> bytes);
  }

  /**
   * The same for memory that may become known while one waits.
   *
   * @param bytes asked whenever its turn may have come; does not block
   */
  public Grant admit(LongSupplier bytes) {
    return budget.admit(this, bytes);
  }

  /**
   * Somebody else waits for the same: moves up to their priority, if that is higher, and to the
   * front where the latest goes first.
   */
  public void joinedBy(Priority other) {
    budget.change(() -> place = budget.joined(place, other));
    onMove.forEach(Runnable::run);
  }

  /** Whoever waits with it, or comes to wait, is refused with that code. */
  public void revoke(ErrorCode code) {
    budget.change(
        () -> {
          revoked = Optional.of(code);
          turn.signal();
        });
  }

  /** Its present priority. */
  public Priority priority() {
    return place.priority;
  }

  /** Whether its turn has come, if only once. */
  public boolean wasAdmitted() {
    return wasAdmitted;
  }

  /** How long it may still wait; empty if for ever. */
  public Optional<Duration> timeLeft() {
    return longestWait.map(longest -> longest.minusNanos(System.nanoTime() - since));
  }

  /** What those are told who waited too long. */
  public LimitException busy() {
    return new LimitException(
        ErrorCode.BUSY,
        "other images are being decoded, and this one was to wait no longer than "
            + longestWait.orElse(Duration.ZERO).toMillis()
            + " ms; try again later");
  }

  /** Runs something each time after it moved up. */
  void onMove(Runnable action) {
    onMove.add(action);
  }

  /** Where it stands now. */
  Place place() {
    return place;
  }

  Condition turn() {
    return turn;
  }

  void admitted() {
    wasAdmitted = true;
  }

  /** Refuses the holder of a ticket that was revoked. */
  void requireValid() {
    if (revoked.isPresent()) {
      throw new LimitException(revoked.get(), "given up before it was decoded");
    }
  }

  /** The rest of the longest wait in nanoseconds, above 0 and at most {@code most}. */
  long nanosToWait(long most) {
    requireValid();
    Optional<Duration> left = timeLeft();
    if (left.filter(time -> time.isZero() || time.isNegative()).isPresent()) {
      throw busy();
    }
    return left.filter(time -> time.compareTo(Duration.ofNanos(most)) < 0)
        .map(Duration::toNanos)
        .orElse(most);
  }
}
