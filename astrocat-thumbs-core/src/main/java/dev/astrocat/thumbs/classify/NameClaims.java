package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.classify.Claim.Stage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file's name hints at; whatever the file itself says outweighs it. */
final class NameClaims {

  private static final String TYPE =
      "(dark[ _-]?flat|flat[ _-]?dark|dark|flat|bias|offset|light)s?";
  private static final Pattern MASTER = Pattern.compile("master[ _.-]?" + TYPE);
  private static final Pattern STACK =
      Pattern.compile(
          "(^|[ _.-])(integration|integrated|stack|stacked|drizzled?|autosave)\\d*([ _.-]|$)"
              + "|^result_\\d+s");
  private static final Pattern SINGLE = Pattern.compile("(^|[ _.-])" + TYPE + "([ _.-]|\\d|$)");

  private NameClaims() {}

  static Optional<Claim> of(String name) {
    String stem = name.toLowerCase(Locale.ROOT);
    Matcher master = MASTER.matcher(stem);
    if (master.find()) {
      return Optional.of(Claim.master(FrameType.of(master.group(1)), Certainty.ASSUMED));
    }
    if (STACK.matcher(stem).find()) {
      return Optional.of(Claim.of(Stage.STACK, Certainty.ASSUMED, "named like a stack"));
    }
    Matcher single = SINGLE.matcher(stem);
    return single.find()
        ? FrameType.of(single.group(2)).map(type -> Claim.of(type, Certainty.ASSUMED))
        : Optional.empty();
  }
}
