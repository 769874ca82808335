package dev.astrocat.thumbs.formats.raw;

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
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return words(cause.getClass().getSimpleName() + " " + cause.getMessage());
  }
}
