package dev.astrocat.thumbs.decode;

/**
 * Whether a decoder or an encoder has all it needs on this machine, such as a native library.
 * Immutable.
 *
 * @param isReady whether it can do its work
 * @param detail version and mode of what it uses, or what is missing and how to get it; may be
 *     empty
 */
public record Availability(boolean isReady, String detail) {

  /** One that needs nothing but itself. */
  public static final Availability READY = new Availability(true, "");

  /** Ready, by means of this. */
  public static Availability ready(String detail) {
    return new Availability(true, detail);
  }

  /** Not ready, for want of this. */
  public static Availability missing(String detail) {
    return new Availability(false, detail);
  }
}
