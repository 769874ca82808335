package dev.astrocat.thumbs.placeholder;

/** Any text as XML 1.0 may hold it, and as a line may show it. */
final class XmlText {

  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /**
   * One line of at most so many code points: white space is single, and what XML has no place for
   * (section 2.2: most control characters, lone surrogates, noncharacters) or what would turn the
   * line's direction is replaced.
   */
  static String clean(String text, int most) {
    StringBuilder clean = new StringBuilder();
    boolean isGap = true;
    int letters = 0;
    for (int at = 0; at < text.length() && letters < most; ) {
      int letter = text.codePointAt(at);
      at += Character.charCount(letter);
      if (!Character.isWhitespace(letter) && !Character.isISOControl(letter)) {
        clean.appendCodePoint(isShown(letter) ? letter : REPLACEMENT);
        isGap = false;
        letters++;
      } else if (!isGap) {
        clean.append(' ');
        isGap = true;
        letters++;
      }
    }
    return clean.toString().strip();
  }

  private static boolean isShown(int letter) {
    return switch (Character.getType(letter)) {
      case Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Cleaned text with its markup escaped (sections 2.4 and 4.6). */
  static String escaped(String clean) {
    return clean
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
