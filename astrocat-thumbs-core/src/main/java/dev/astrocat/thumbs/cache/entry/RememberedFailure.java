package dev.astrocat.thumbs.cache.entry;

/** Stands as the cause in place of what had failed when a failure was first met. Immutable. */
public final class RememberedFailure extends Exception {

  private static final long serialVersionUID = 1L;

  RememberedFailure() {
    super(
        "failed before, and neither the bytes nor the decoders changed since", null, false, false);
  }
}
