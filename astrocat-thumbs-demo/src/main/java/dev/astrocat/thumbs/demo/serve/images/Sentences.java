package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says in plain English why a picture looks as it does. Stateless. */
final class Sentences {

  /** Where a curve was kept, and what another decoder said, explains nothing that one can see. */
  private static final Set<String> UNSEEN = Set.of("curve", "checksum");

  private static final double UNSEEN_LIFT = 0.005;

  private Sentences() {}

  static List<String> of(ThumbnailReport report) {
    List<String> sentences = new ArrayList<>();
    for (Decision decision : report.decisions()) {
      if (!UNSEEN.contains(decision.name()) && !isOnlyChoice(decision)) {
        sentences.add(sentence(decision));
      }
      if (decision.name().equals("stretch")) {
        lifted(report.stretch()).ifPresent(sentences::add);
      }
    }
    // What was chosen first is what one asks first: whether it is stretched, and how.
    sentences.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    return List.copyOf(sentences);
  }

  private static int rank(String sentence) {
    if (sentence.startsWith("Stretched") || sentence.startsWith("Not stretched")) {
      return 0;
    }
    return sentence.startsWith("Stretch ") || sentence.startsWith("Median") ? 1 : 2;
  }

  private static String sentence(Decision decision) {
    String reason = decision.reason();
    return switch (decision.name()) {
      case "subframe" -> subframe(decision.value(), reason);
      case "stretch" -> "Stretch \"%s\": %s.".formatted(decision.value(), looks(reason));
      case "demosaic" -> demosaic(decision.value(), reason);
      case "rows" -> "Rows %s: %s.".formatted(rows(decision.value()), looks(reason));
      default -> capital("%s %s: %s.".formatted(decision.name(), decision.value(), reason));
    };
  }

  /** Which of one is shown is no question. */
  private static boolean isOnlyChoice(Decision decision) {
    return decision.name().equals("image") && decision.reason().equals("the only one");
  }

  /** The looks by the names that people know them by. */
  private static String looks(String reason) {
    return reason
        .replace("the astrocat look", "the AstroCat look")
        .replace("the pixinsight look", "the PixInsight look");
  }

  private static String subframe(String value, String reason) {
    int colon = reason.indexOf(": ");
    String because = colon < 0 ? reason : reason.substring(colon + 2);
    String what = colon < 0 ? "" : " (" + reason.substring(0, colon) + ")";
    return value.equals("yes")
        ? "Stretched as a single exposure%s because %s.".formatted(what, because(because))
        : "Not stretched as a single exposure%s because %s.".formatted(what, because(because));
  }

  private static String because(String reason) {
    return reason.equals("asked for") ? "that was asked for" : reason;
  }

  private static String demosaic(String value, String reason) {
    return value.equals("off")
        ? "Filter mosaic left as it is: %s.".formatted(reason)
        : "Colour from the filter mosaic, two by two: %s.".formatted(reason);
  }

  private static String rows(String value) {
    return value.equals("stored") ? "as stored" : value;
  }

  /** {@code Median 0.0121 was lifted to 0.25.}, where the strategy tells of a median. */
  private static Optional<String> lifted(Stretch stretch) {
    Optional<Stretch.Figure> median =
        stretch.figures().stream().filter(f -> f.name().equals("median")).findFirst();
    return median.map(
        figure -> {
          double value = figure.values().get(0);
          ChannelCurve curve = stretch.curve().channel(0);
          double span = curve.range().high() - curve.range().low();
          double seen = curve.apply(curve.range().low() + value * span);
          String where = figure.values().size() > 1 ? " of red" : "";
          if (Math.abs(seen - value) < UNSEEN_LIFT) {
            return String.format(Locale.ROOT, "Median%s %.4f stays where it is.", where, value);
          }
          String verb = seen >= value ? "lifted" : "lowered";
          return String.format(
              Locale.ROOT, "Median%s %.4f was %s to %.2f.", where, value, verb, seen);
        });
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
