package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.PlateSolved;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.classify.Certainty;
import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.classify.Finding;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.decode.PixelNature;
import java.util.stream.Collectors;

/** Whether a picture is stretched as a single exposure: by what the host says, else the file. */
final class SubframeChoice {

  private static final String YES = "yes";
  private static final String NO = "no";

  private SubframeChoice() {}

  static boolean isYes(Decision subframe) {
    return subframe.value().equals(YES);
  }

  static Decision of(PixelNature nature, Classification frame, ThumbnailRequest request) {
    return switch (request.subframe()) {
      case YES -> decision(YES, "asked for");
      case NO -> decision(NO, "asked for");
      case AUTO -> of(nature, frame, request.plateSolved().orElse(PlateSolved.IS_REPORTED));
    };
  }

  private static Decision of(PixelNature nature, Classification frame, PlateSolved plateSolved) {
    if (plateSolved == PlateSolved.MEANS_NO_SUBFRAME && frame.plateSolved()) {
      return decision(NO, "it is plate solved, which was said to mean that");
    }
    boolean linear = nature == PixelNature.LINEAR || nature == PixelNature.SCENE;
    if (linear && frame.kind() == FrameKind.UNKNOWN) {
      return decision(YES, "linear data, and nothing says otherwise");
    }
    // What sensors do not write needs more than a name to be an exposure.
    boolean told = frame.kind() != FrameKind.UNKNOWN && frame.certainty() != Certainty.ASSUMED;
    if (nature == PixelNature.DISPLAY_READY || !linear && !told) {
      return decision(NO, "ordinary image formats hold finished pictures");
    }
    return decision(frame.kind().isSingleExposure() ? YES : NO, because(frame));
  }

  /** {@code master light: STACKCNT = 48, IMAGETYP = Light Frame}. */
  private static String because(Classification frame) {
    return frame.kind().words()
        + frame.support().stream()
            .limit(2)
            .map(SubframeChoice::words)
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String words(Finding finding) {
    return finding.keyword() + " = " + finding.value();
  }

  private static Decision decision(String value, String reason) {
    return new Decision("subframe", value, reason);
  }
}
