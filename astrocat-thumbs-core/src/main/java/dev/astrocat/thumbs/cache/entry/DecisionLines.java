package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.Decision;
import java.util.List;

/** Decisions as lines of a note, behind a line with their number. */
final class DecisionLines {

  private static final int FIELDS = 3;

  private DecisionLines() {}

  static void write(String title, List<Decision> decisions, NoteWriter note) {
    note.line(title, decisions.size());
    for (Decision decision : decisions) {
      note.line("decision", decision.name(), decision.value(), decision.reason());
    }
  }

  static List<Decision> read(String title, NoteReader note) {
    return note.items(title, () -> decision(note.fields("decision", FIELDS)));
  }

  private static Decision decision(List<String> fields) {
    return new Decision(fields.get(0), fields.get(1), fields.get(2));
  }
}
