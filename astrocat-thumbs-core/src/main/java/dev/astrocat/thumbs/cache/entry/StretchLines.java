package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.ToneCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch as lines of a note, every number exact: {@code Double.toString} and back gives the same
 * bits.
 */
final class StretchLines {

  private static final int CURVE_FIELDS = 5;

  private StretchLines() {}

  static void write(Stretch stretch, NoteWriter note) {
    List<ChannelCurve> curves = stretch.curve().channels();
    note.line("stretch", stretch.name()).line("curves", curves.size());
    for (int i = 0; i < curves.size(); i++) {
      ChannelCurve curve = curves.get(i);
      note.line(
          "curve",
          curve.range().low(),
          curve.range().high(),
          curve.shadows(),
          curve.highlights(),
          TransferText.of(curve.transfer(), curves.subList(0, i)));
    }
    note.line("figures", stretch.figures().size());
    for (Figure figure : stretch.figures()) {
      List<Object> fields = new ArrayList<>(List.of(figure.name()));
      fields.addAll(figure.values());
      note.line("figure", fields.toArray());
    }
    DecisionLines.write("choices", stretch.decisions(), note);
  }

  static Stretch read(NoteReader note) {
    String name = note.field("stretch");
    List<ChannelCurve> curves = new ArrayList<>();
    note.items("curves", () -> curves.add(curve(note.fields("curve", CURVE_FIELDS), curves)));
    List<Figure> figures = note.items("figures", () -> figure(note.fields("figure", 1)));
    return new Stretch(name, new ToneCurve(curves), figures, DecisionLines.read("choices", note));
  }

  private static ChannelCurve curve(List<String> fields, List<ChannelCurve> before) {
    return new ChannelCurve(
        new Range(Double.parseDouble(fields.get(0)), Double.parseDouble(fields.get(1))),
        Double.parseDouble(fields.get(2)),
        Double.parseDouble(fields.get(3)),
        TransferText.parse(fields.get(4), before));
  }

  private static Figure figure(List<String> fields) {
    return new Figure(
        fields.get(0), fields.subList(1, fields.size()).stream().map(Double::valueOf).toList());
  }
}
