package dev.astrocat.thumbs.classify;

/**
 * One piece of evidence and what it says. Immutable.
 *
 * @param keyword where it was found: a keyword, a property, {@code FILENAME} or {@code FORMAT}
 * @param value what is there, shortened if it is long
 * @param says in words: {@code light frame}, {@code 48 exposures combined}
 * @param bearing how it bears on the verdict
 */
public record Finding(String keyword, String value, String says, Bearing bearing) {

  /** How a finding bears on the verdict. */
  public enum Bearing {
    /** It speaks for it. */
    SUPPORTS,
    /** It says something else and was overruled. */
    CONTRADICTS,
    /** It is worth knowing, but decides nothing. */
    ASIDE
  }
}
