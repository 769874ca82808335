package dev.astrocat.thumbs.placeholder;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines, since SVG does not, by a rough guess of how wide letters are. */
final class Lines {

  /** Tenths of the width of a common small letter, in the fonts that browsers have. */
  private static final int SMALL = 10;

  private static final int CAPITAL = 13;
  private static final int BROAD = 18;

  private static final String BROAD_LETTERS = "MWmw@%";
  private static final int FIRST_BROAD_SCRIPT = 0x1100; // Korean, and above it Chinese and symbols

  private static final String MORE = "…";

  private Lines() {}

  /**
   * Full lines of whole words; words longer than a line are cut into pieces.
   *
   * @param text one line, single spaces
   * @param width most of a line, in small letters
   * @param most most lines; an ellipsis ends the last if there were more
   */
  static List<String> of(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < most) {
      int end = end(rest, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      String last = lines.get(most - 1);
      lines.set(most - 1, last.substring(0, fitting(last, width - 1)) + MORE);
    }
    return lines;
  }

  private static int end(String rest, int width) {
    int full = Math.max(fitting(rest, width), Character.charCount(rest.codePointAt(0)));
    if (full == rest.length() || rest.charAt(full) == ' ') {
      return full;
    }
    int space = rest.lastIndexOf(' ', full);
    return space > 0 ? space : full;
  }

  /** Where the letters end that fit. */
  private static int fitting(String text, int width) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int letter = text.codePointAt(at);
      used += width(letter);
      if (used > width * SMALL) {
        return at;
      }
      at += Character.charCount(letter);
    }
    return at;
  }

  private static int width(int letter) {
    if (letter >= FIRST_BROAD_SCRIPT || BROAD_LETTERS.indexOf(letter) >= 0) {
      return BROAD;
    }
    return Character.isUpperCase(letter) ? CAPITAL : SMALL;
  }
}
