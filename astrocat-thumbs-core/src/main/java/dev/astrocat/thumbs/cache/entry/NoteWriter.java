package dev.astrocat.thumbs.cache.entry;

import java.util.HexFormat;

/**
 * Writes lines of {@code key=field|field} in printable ASCII; whatever else a field holds becomes
 * an escape of four hexadecimal digits, as in Java's own source text. So is {@code >}, since notes
 * may lie in XML. One thread at a time.
 */
final class NoteWriter {

  private final StringBuilder text = new StringBuilder(2048);

  NoteWriter line(String key, Object... fields) {
    text.append(key);
    char separator = '=';
    for (Object field : fields) {
      text.append(separator);
      append(field.toString());
      separator = '|';
    }
    text.append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }

  private void append(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c < ' ' || c > '~' || c == '\\' || c == '|' || c == '>') {
        text.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        text.append(c);
      }
    }
  }
}
