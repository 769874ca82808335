package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.formats.raw.worker.Reply;

/** What to say where the engine cannot be loaded. Stateless. */
final class MissingEngine {

  private static final String REMEDY =
      "; install LibRaw (Debian: libraw20 to run; libraw-dev and g++ when astrocat-thumbs is built)";

  private MissingEngine() {}

  /** The reason that was found, files without their folders, and what helps. */
  static String words(String reason) {
    return "LibRaw is not available: " + reason.replaceAll("\\S*[/\\\\](?=\\S)", "") + REMEDY;
  }

  /** The same for a class that could not be loaded. */
  static String words(Throwable failure) {
    return words(Reply.Missing.of(failure).what());
  }
}
