package dev.astrocat.thumbs.demo.catalog;

import java.util.Locale;
import java.util.Optional;

/** Texts of files and headers as both databases can keep them. */
final class Texts {

  private static final char REPLACEMENT = '\ufffd';

  private Texts() {}

  /** Without control characters and halves of characters, and not longer than its column. */
  static String clean(String text, int longest) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .map(c -> isSound(c) ? c : REPLACEMENT)
        .takeWhile(c -> kept.length() + Character.charCount(c) <= longest)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** The same of a text that may be missing; blank ones are. */
  static Optional<String> clean(Optional<String> text, int longest) {
    return text.map(String::strip).filter(t -> !t.isEmpty()).map(t -> clean(t, longest));
  }

  /** A pattern for {@code like ... escape '!'} that finds the text itself. */
  static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** What {@link ImageQuery#text} is looked for in. */
  static String words(
      String fileName, String folder, Optional<String> object, Optional<String> filter) {
    String all = String.join("\n", fileName, folder, object.orElse(""), filter.orElse(""));
    return all.toLowerCase(Locale.ROOT);
  }

  private static boolean isSound(int codePoint) {
    boolean isHalf = codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    return !isHalf && !Character.isISOControl(codePoint);
  }
}
