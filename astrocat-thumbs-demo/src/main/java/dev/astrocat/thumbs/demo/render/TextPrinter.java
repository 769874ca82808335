package dev.astrocat.thumbs.demo.render;

import java.io.PrintWriter;
import java.util.Locale;

/** One line a file for people: pictures on standard output, errors on standard error. */
final class TextPrinter implements OutcomePrinter {

  private final PrintWriter out;
  private final PrintWriter err;

  TextPrinter(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void print(Outcome outcome) {
    if (outcome instanceof Outcome.Rendered r) {
      line(
          out,
          String.format(
              Locale.ROOT,
              "%s: %dx%d, read by %s, stretch %s, %.0f ms",
              r.out(),
              r.width(),
              r.height(),
              r.report().decoder(),
              r.report().stretch().name(),
              r.millis()));
    } else if (outcome instanceof Outcome.Failed f) {
      line(err, "%s: %s: %s".formatted(f.file(), f.code(), f.message()));
    }
  }

  /** Names may hold line breaks and terminal escapes, also of 8 bits: one outcome, one line. */
  private static void line(PrintWriter writer, String text) {
    writer.println(text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?"));
    writer.flush();
  }
}
