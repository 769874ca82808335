package dev.astrocat.thumbs.formats.raw.worker;

import java.io.IOException;

/** What came over the wire is no message; nothing behind it can be trusted either. */
public final class BrokenFrame extends IOException {

  private static final long serialVersionUID = 1L;

  /** What was wrong. */
  public BrokenFrame(String message) {
    super(message);
  }
}
