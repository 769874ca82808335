package dev.astrocat.thumbs;

/**
 * One choice that was made on the way to a picture, and why: {@code rows = stored, because the file
 * has no ROWORDER}.
 *
 * @param name what was chosen, stable: {@code subframe}, {@code demosaic}, {@code rows}...
 * @param value what it was chosen to be
 * @param reason in words, for people
 */
public record Decision(String name, String value, String reason) {

  /** Keeps the start of what is long: names and patterns come from headers as they are. */
  public Decision {
    value = Brief.of(value);
    reason = Brief.of(reason);
  }
}
