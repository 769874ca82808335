package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.decode.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The FITS header that astronomy software writes as text into ImageDescription (Astro-TIFF 1.0):
 * one card a line, from SIMPLE to END.
 */
final class FitsText {

  private static final int MAX_CARDS = 1000;
  private static final int VALUE_INDICATOR = 8; // columns 9 and 10 (FITS 4.0 section 4.1.2.2)

  private static final String HISTORY = "HISTORY";

  private FitsText() {}

  /** The cards with a value, and the history; none if the text is not such a header. */
  static List<Evidence> cards(String description) {
    List<Evidence> cards = new ArrayList<>();
    if (!description.startsWith("SIMPLE")) {
      return cards;
    }
    for (String card : description.split("\\r\\n|\\r|\\n", MAX_CARDS)) {
      if (card.strip().equals("END")) {
        break;
      }
      int equals = card.indexOf('=');
      if (card.startsWith(HISTORY)) {
        cards.add(new Evidence(HISTORY, card.substring(HISTORY.length()).strip()));
      } else if (equals > 0 && equals <= VALUE_INDICATOR) {
        String keyword = card.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        cards.add(new Evidence(keyword, value(card.substring(equals + 1).strip())));
      }
    }
    return cards;
  }

  /** Without quotes, padding and comment (FITS 4.0 section 4.2.1). */
  private static String value(String field) {
    if (!field.startsWith("'")) {
      int comment = field.indexOf('/');
      return (comment < 0 ? field : field.substring(0, comment)).strip();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < field.length(); i++) {
      if (field.charAt(i) != '\'') {
        text.append(field.charAt(i));
      } else if (i + 1 < field.length() && field.charAt(i + 1) == '\'') {
        text.append('\'');
        i++;
      } else {
        break;
      }
    }
    return text.toString().stripTrailing();
  }
}
