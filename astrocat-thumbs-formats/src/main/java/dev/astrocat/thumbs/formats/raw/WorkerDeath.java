package dev.astrocat.thumbs.formats.raw;

/** A worker ended, or had to be ended, before it gave its answer. */
final class WorkerDeath extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isOutOfMemory;

  WorkerDeath(String message, boolean isOutOfMemory) {
    super(message);
    this.isOutOfMemory = isOutOfMemory;
  }

  /** Whether the worker said that its memory was used up. */
  boolean isOutOfMemory() {
    return isOutOfMemory;
  }
}
