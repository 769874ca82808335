package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.decode.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What header keywords say about a frame being a single exposure or a stack of several. */
final class FrameEvidence {

  private static final Set<String> KIND_KEYWORDS =
      Set.of("IMAGETYP", "IMAGETYPE", "FRAMETYP", "FRAME", "OBSTYPE", "PICTTYPE");
  private static final Set<String> STACK_KEYWORDS = Set.of("STACKCNT", "NCOMBINE", "NIMAGES");

  private FrameEvidence() {}

  /** The statement that rules a single exposure out, if there is one. */
  static Optional<Evidence> againstSubframe(List<Evidence> evidence) {
    return evidence.stream().filter(e -> isMaster(e) || isStack(e)).findFirst();
  }

  private static boolean isMaster(Evidence e) {
    if (!KIND_KEYWORDS.contains(e.keyword())) {
      return false;
    }
    String kind = e.value().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    return kind.startsWith("master") || kind.startsWith("integrat") || kind.startsWith("stack");
  }

  private static boolean isStack(Evidence e) {
    return STACK_KEYWORDS.contains(e.keyword())
        && e.value().matches("\\d{1,9}([.]0*)?")
        && Double.parseDouble(e.value()) > 1;
  }
}
