package dev.astrocat.thumbs.decode;

/** Memory that several decodes share. Thread-safe. */
public interface SharedMemory {

  /** As much as is wanted, beside nobody. */
  SharedMemory UNSHARED = bytes -> true;

  /**
   * Takes memory, without waiting, until the decode ends.
   *
   * @return false if others hold it; the decode must be given up then
   */
  boolean take(long bytes);

  /**
   * Takes memory that is of use, but can be done without.
   *
   * @return false if others may need it
   */
  default boolean takeIfFree(long bytes) {
    return take(bytes);
  }

  /** The decode gets on: it has not hung. */
  default void progressed() {}
}
