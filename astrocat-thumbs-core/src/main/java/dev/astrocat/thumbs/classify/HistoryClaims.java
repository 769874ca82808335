package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.classify.Claim.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the lines of a history say: processes of PixInsight, Siril, MaxIm DL and others. */
final class HistoryClaims {

  /** Integration time is an exposure, and one image is no stack. */
  private static final Pattern NO_STACK =
      Pattern.compile("integration[ _-]?time|numberofimages: *[01]\\b");

  private static final Pattern STACK =
      Pattern.compile(
          "imageintegration|fastintegration|drizzleintegration|integration with"
              + "|integrat(ed|ion of) +\\d+|imcombine"
              + "|\\b(stacked|stacking)\\b"
              + "|\\b(median|mean|average|sum|sigma[ -]?clip\\w*|sd mask) +combin"
              + "|\\bcombined? +(of +)?\\d+"
              + "|\\d+ +(images|frames|exposures|subs) +(were +)?(averaged|combined|integrated|summed)");

  private static final Pattern STRETCH =
      Pattern.compile(
          "histogramtransform|histogram transf|generalizedhyperbolicstretch|ghs (pivot|transf)"
              + "|maskedstretch|arcsinhstretch|curvestransformation|asinh transf|autostretch"
              + "|asinh stretch|digital development|hyperbolic stretch");

  /** Steps that leave a frame what it is. */
  private static final List<Step> STEPS =
      List.of(
          new Step("calibrat", "calibrated"),
          new Step("debayer|demosaic", "debayered"),
          new Step("registration|registered|staralignment|aligned", "registered"));

  private record Step(Pattern traces, String says) {
    Step(String traces, String says) {
      this(Pattern.compile(traces), says);
    }
  }

  private HistoryClaims() {}

  static Optional<Claim> of(String line) {
    String text = line.toLowerCase(Locale.ROOT);
    if (STRETCH.matcher(text).find()) {
      return Optional.of(
          Claim.of(Stage.PROCESSED, Certainty.INFERRED, "stretched, no longer linear"));
    }
    if (STACK.matcher(text).find() && !NO_STACK.matcher(text).find()) {
      return Optional.of(Claim.of(Stage.STACK, Certainty.INFERRED, "several frames combined"));
    }
    return STEPS.stream()
        .filter(step -> step.traces().matcher(text).find())
        .findFirst()
        .map(step -> Claim.aside(step.says()));
  }
}
