package dev.astrocat.thumbs.host;

/**
 * Keeps any text in one line that survives UTF-8: backslashes, control characters and halves of
 * surrogate pairs are written as backslash, {@code u} and four hexadecimal digits.
 */
final class Escapes {

  private static final int DIGITS = 4;

  private Escapes() {}

  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              if (c == '\\' || half || Character.isISOControl(c)) {
                line.append("\\u%04x".formatted(c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  /**
   * The text that {@link #of} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static String undo(String line) {
    StringBuilder text = new StringBuilder(line.length());
    int start = 0;
    int at = line.indexOf('\\');
    while (at >= 0) {
      int end = at + 2 + DIGITS;
      if (end > line.length() || line.charAt(at + 1) != 'u') {
        throw new IllegalArgumentException("not an escaped text: backslash at " + at);
      }
      text.append(line, start, at).append((char) Integer.parseUnsignedInt(line, at + 2, end, 16));
      start = end;
      at = line.indexOf('\\', end);
    }
    return text.append(line, start, line.length()).toString();
  }
}
