package dev.astrocat.thumbs.admission;

import dev.astrocat.thumbs.decode.SharedMemory;

/**
 * The right to decode one image, until closed, with a share of the {@link DecodeBudget}.
 * Thread-safe.
 */
public final class Grant implements SharedMemory, AutoCloseable {

  private final DecodeBudget budget;
  private final long granted;
  private volatile long progressedAt = System.nanoTime();
  private volatile long needed;
  private long useful;
  private volatile boolean isShort;

  Grant(DecodeBudget budget, long granted) {
    this.budget = budget;
    this.granted = granted;
  }

  @Override
  public boolean take(long bytes) {
    return budget.take(this, bytes);
  }

  @Override
  public boolean takeIfFree(long bytes) {
    return budget.takeIfFree(this, bytes);
  }

  @Override
  public void progressed() {
    progressedAt = System.nanoTime();
  }

  /**
   * Whether memory was refused, since others hold it: what was decoded is worth nothing then, and
   * is to be decoded again with {@link #wanted()}.
   */
  public boolean isShort() {
    return isShort;
  }

  /** Whether it was granted the whole budget, so that nothing is ever refused. */
  public boolean isAlone() {
    return granted >= budget.bytes();
  }

  /** Bytes that were needed, with those that were refused. */
  public long needed() {
    return needed;
  }

  /** Bytes to come back with: at least twice as many, so that few attempts are enough. */
  public long wanted() {
    return Math.max(needed, granted > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * granted);
  }

  /** Lets others in. Does nothing the second time. */
  @Override
  public void close() {
    budget.leave(this);
  }

  /** Bytes that others cannot have. */
  long share() {
    return Math.max(granted, needed) + useful;
  }

  void take(long bytes, long free) {
    long grown = needed > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : needed + bytes;
    isShort |= !isAlone() && grown - Math.max(granted, needed) > free;
    needed = grown;
  }

  boolean takeIfFree(long bytes, long free) {
    boolean isFree = bytes <= free;
    useful += isFree ? bytes : 0;
    return isFree;
  }

  long progressedAt() {
    return progressedAt;
  }
}
