package dev.astrocat.thumbs.formats.fits;

/**
 * One header card of 80 bytes (FITS 4.0 section 4.1).
 *
 * @param keyword first eight characters without padding; all of a HIERARCH
 * @param value value without comment, without the quotes of a string; the words of a HISTORY; else
 *     empty when there is none
 * @param kind whether the card has a value, and which
 */
record Card(String keyword, String value, Kind kind) {

  static final int BYTES = 80;
  private static final int KEYWORD_BYTES = 8;
  private static final int VALUE_START = 10;
  private static final String HIERARCH = "HIERARCH";
  private static final String HISTORY = "HISTORY";

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
    if (keyword.equals(HIERARCH)) {
      return hierarchical(card);
    }
    boolean continued = keyword.equals("CONTINUE");
    if (!continued && !card.startsWith("= ", KEYWORD_BYTES)) {
      String words = keyword.equals(HISTORY) ? card.substring(KEYWORD_BYTES).strip() : "";
      return new Card(keyword, words, Kind.WORDS);
    }
    String rest = card.substring(VALUE_START).strip();
    if (continued) {
      return new Card(keyword, unquoted(rest), rest.startsWith("'") ? Kind.CONTINUED : Kind.WORDS);
    }
    return valued(keyword, rest);
  }

  /** ESO's convention for long keywords, registered with the FITS Support Office. */
  private static Card hierarchical(String card) {
    int equals = card.indexOf('=');
    if (equals < 0) {
      return new Card(HIERARCH, "", Kind.WORDS);
    }
    String keyword = card.substring(0, equals).strip().replaceAll(" +", " ");
    return valued(keyword, card.substring(equals + 1).strip());
  }

  private static Card valued(String keyword, String rest) {
    return new Card(keyword, unquoted(rest), rest.startsWith("'") ? Kind.STRING : Kind.PLAIN);
  }

  private static String unquoted(String rest) {
    if (rest.startsWith("'")) {
      return unquote(rest);
    }
    int comment = rest.indexOf('/');
    return (comment < 0 ? rest : rest.substring(0, comment)).strip();
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
