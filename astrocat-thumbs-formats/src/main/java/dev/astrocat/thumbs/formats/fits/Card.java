package dev.astrocat.thumbs.formats.fits;

/**
 * One header card of 80 bytes (FITS 4.0 section 4.1).
 *
 * @param keyword first eight characters without padding
 * @param value value without comment, without the quotes of a string; empty when there is none
 * @param kind whether the card has a value, and which
 */
record Card(String keyword, String value, Kind kind) {

  static final int BYTES = 80;
  private static final int KEYWORD_BYTES = 8;
  private static final int VALUE_START = 10;

  /** What a card holds. */
  enum Kind {
    /** COMMENT, HISTORY, blank: nothing but words. */
    WORDS,
    /** A string in quotes. */
    STRING,
    /** A string of a CONTINUE card, which lengthens the one before (section 4.2.1.2). */
    CONTINUED,
    /** A number or logical value. */
    PLAIN,
    /** The end of the header. */
    END
  }

  static Card parse(String card) {
    String keyword = card.substring(0, KEYWORD_BYTES).stripTrailing();
    if (keyword.equals("END")) {
      return new Card(keyword, "", Kind.END);
    }
    boolean continued = keyword.equals("CONTINUE");
    if (!continued && !card.startsWith("= ", KEYWORD_BYTES)) {
      return new Card(keyword, "", Kind.WORDS);
    }
    String rest = card.substring(VALUE_START).strip();
    if (rest.startsWith("'")) {
      return new Card(keyword, unquote(rest), continued ? Kind.CONTINUED : Kind.STRING);
    }
    int comment = rest.indexOf('/');
    String value = comment < 0 ? rest : rest.substring(0, comment);
    return new Card(keyword, value.strip(), continued ? Kind.WORDS : Kind.PLAIN);
  }

  /** FITS 4.0 section 4.2.1.1: two quotes stand for one, trailing blanks mean nothing. */
  static String unquote(String text) {
    StringBuilder value = new StringBuilder(text.length());
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\'') {
          break;
        }
        i++;
      }
      value.append(c);
    }
    return value.toString().stripTrailing();
  }
}
