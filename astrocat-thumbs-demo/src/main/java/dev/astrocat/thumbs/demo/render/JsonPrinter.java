package dev.astrocat.thumbs.demo.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.classify.Finding;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import java.io.PrintWriter;
import java.util.Locale;

/** One line of JSON a file; numbers keep all digits of a double. */
final class JsonPrinter implements OutcomePrinter {

  private final PrintWriter out;

  JsonPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(Outcome outcome) {
    out.println(line(outcome));
    out.flush();
  }

  private static ObjectNode line(Outcome outcome) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("file", outcome.file());
    if (outcome instanceof Outcome.Rendered rendered) {
      line.put("status", "ok");
      addPicture(line, rendered);
    } else if (outcome instanceof Outcome.Failed failed) {
      line.put("status", "error");
      line.put("code", failed.code().name());
      line.put("message", failed.message());
    }
    line.put("millis", outcome.millis());
    return line;
  }

  private static void addPicture(ObjectNode line, Outcome.Rendered rendered) {
    ThumbnailReport report = rendered.report();
    line.put("out", rendered.out().toString());
    line.put("width", rendered.width());
    line.put("height", rendered.height());
    line.put("decoder", report.decoder());
    line.put("sourceWidth", report.sourceWidth());
    line.put("sourceHeight", report.sourceHeight());
    line.put("channels", report.channels());
    addClassification(line.putObject("classification"), report.classification());
    addStretch(line.putObject("stretch"), report.stretch());
    ObjectNode decisions = line.putObject("decisions");
    for (Decision decision : report.decisions()) {
      decisions
          .putObject(decision.name())
          .put("value", decision.value())
          .put("reason", decision.reason());
    }
  }

  private static void addClassification(ObjectNode node, Classification classification) {
    node.put("kind", words(classification.kind()));
    node.put("certainty", words(classification.certainty()));
    node.put("plateSolved", classification.plateSolved());
    ArrayNode evidence = node.putArray("evidence");
    for (Finding finding : classification.findings()) {
      evidence
          .addObject()
          .put("keyword", finding.keyword())
          .put("value", finding.value())
          .put("says", finding.says())
          .put("bearing", words(finding.bearing()));
    }
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void addStretch(ObjectNode node, Stretch stretch) {
    node.put("name", stretch.name());
    for (Figure figure : stretch.figures()) {
      if (figure.values().size() == 1) {
        node.put(figure.name(), figure.values().get(0));
      } else {
        ArrayNode perChannel = node.putArray(figure.name());
        figure.values().forEach(perChannel::add);
      }
    }
  }
}
