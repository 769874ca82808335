package dev.astrocat.thumbs.cache.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads back, in the same order, what {@link NoteWriter} wrote; whatever else it meets is an {@link
 * IllegalArgumentException}. One thread at a time.
 */
final class NoteReader {

  private static final int ESCAPE_DIGITS = 4;
  private static final int MAX_ITEMS = 10_000;

  private final String text;
  private int at;

  NoteReader(String text) {
    this.text = text;
  }

  /** The fields of the next line, which must have this key and so many fields, or more. */
  List<String> fields(String key, int least) {
    int end = text.indexOf('\n', at);
    require(end >= 0 && text.startsWith(key, at) && text.startsWith("=", at + key.length()), key);
    List<String> fields = new ArrayList<>(6);
    for (int from = at + key.length() + 1; from <= end; ) {
      int bar = text.indexOf('|', from);
      int to = bar < 0 || bar > end ? end : bar;
      fields.add(unescaped(text.substring(from, to)));
      from = to + 1;
    }
    at = end + 1;
    require(fields.size() >= least, key);
    return fields;
  }

  String field(String key) {
    return fields(key, 1).get(0);
  }

  int number(String key) {
    return Integer.parseInt(field(key));
  }

  /** A line with a number, then so many items. */
  <T> List<T> items(String key, Supplier<T> item) {
    int count = number(key);
    require(count >= 0 && count <= MAX_ITEMS, key);
    List<T> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item.get());
    }
    return items;
  }

  void end() {
    require(at == text.length(), "end");
  }

  private static String unescaped(String field) {
    int escape = field.indexOf('\\');
    if (escape < 0) {
      return field;
    }
    StringBuilder plain = new StringBuilder(field.length());
    int from = 0;
    for (; escape >= 0; escape = field.indexOf('\\', from)) {
      int digits = escape + 2;
      require(field.length() >= digits + ESCAPE_DIGITS, "escape");
      plain.append(field, from, escape);
      plain.append((char) Integer.parseInt(field, digits, digits + ESCAPE_DIGITS, 16));
      from = digits + ESCAPE_DIGITS;
    }
    return plain.append(field, from, field.length()).toString();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("not the note of an entry, at: " + what);
    }
  }
}
