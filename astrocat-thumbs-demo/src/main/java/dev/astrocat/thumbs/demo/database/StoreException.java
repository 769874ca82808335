package dev.astrocat.thumbs.demo.database;

/** The database did not do what was asked. Its message names neither passwords nor statements. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whether it can be reached. */
  public enum Kind {
    /** It is away, or too busy to answer in time: asking again later helps. */
    UNAVAILABLE,
    /** It answers, but its disk has no room for changes: they can be made when there is some. */
    FULL,
    /** It cannot be used with this program: its schema, its address, its rights. */
    UNUSABLE,
    /** A row with this key is there already: another was quicker. */
    DUPLICATE,
    /** It refused a statement; a fault of the program. */
    REFUSED
  }

  private final Kind kind;

  /** A failure that keeps its cause. */
  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A failure of our own finding. */
  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Whether the same may go well later, by what others do. */
  public boolean isOutage() {
    return kind == Kind.UNAVAILABLE || kind == Kind.FULL;
  }

  /** What kind of failure it is. */
  public Kind kind() {
    return kind;
  }
}
