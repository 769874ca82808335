package dev.astrocat.thumbs.formats.raw.engine;

/** Why a RAW file gives no picture. */
public final class RawRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** A refusal with a message for people. */
  public RawRefusal(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The kind of refusal. */
  public Reason reason() {
    return reason;
  }

  /** Kinds of refusals. */
  public enum Reason {
    /** No RAW file, or of a camera or compression that is not known. */
    UNSUPPORTED,
    /** The data ends early. */
    TRUNCATED,
    /** The data breaks a rule of its format. */
    MALFORMED,
    /** A RAW file without a picture. */
    NO_IMAGE,
    /** More pixels than allowed. */
    DIMENSIONS,
    /** More memory than allowed. */
    MEMORY
  }
}
