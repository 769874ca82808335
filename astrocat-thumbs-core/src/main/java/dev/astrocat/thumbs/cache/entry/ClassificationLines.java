package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.classify.Certainty;
import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.classify.Finding;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.classify.PlateSolution;
import java.util.List;

/** A classification as lines of a note: the verdict, then the findings behind their number. */
final class ClassificationLines {

  private static final int VERDICT_FIELDS = 3;
  private static final int FINDING_FIELDS = 4;

  private ClassificationLines() {}

  static void write(Classification classification, NoteWriter note) {
    note.line(
        "classification",
        classification.kind(),
        classification.certainty(),
        classification.plateSolution());
    note.line("findings", classification.findings().size());
    for (Finding finding : classification.findings()) {
      note.line(
          "finding", finding.keyword(), finding.value(), finding.says(), finding.bearing().name());
    }
  }

  static Classification read(NoteReader note) {
    List<String> verdict = note.fields("classification", VERDICT_FIELDS);
    return new Classification(
        FrameKind.valueOf(verdict.get(0)),
        Certainty.valueOf(verdict.get(1)),
        note.items("findings", () -> finding(note.fields("finding", FINDING_FIELDS))),
        PlateSolution.valueOf(verdict.get(2)));
  }

  private static Finding finding(List<String> fields) {
    return new Finding(
        fields.get(0), fields.get(1), fields.get(2), Finding.Bearing.valueOf(fields.get(3)));
  }
}
