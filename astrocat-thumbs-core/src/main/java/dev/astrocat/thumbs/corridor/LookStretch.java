package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.StoredStretch;

/**
 * The stretch that a look gives an image. Immutable.
 *
 * @param info what the image is like
 * @param kind what kind of frame it is
 * @param isSubframe whether it is stretched as a single exposure
 */
record LookStretch(ImageInfo info, FrameKind kind, boolean isSubframe) {

  Decision of(Look look) {
    return switch (look) {
      case ASTROCAT -> astrocat();
      case PIXINSIGHT -> pixInsight();
    };
  }

  private Decision astrocat() {
    String reason = "the astrocat look ";
    if (isSubframe) {
      return decision("astrocat", reason + "stretches subframes");
    }
    return switch (info.nature()) {
      case DISPLAY_READY -> decision("none", reason + "leaves finished 8-bit pictures as they are");
      case SCENE -> decision("camera", reason + "shows scenes as cameras do");
      case LINEAR, UNKNOWN -> decision("percentile", reason + "spreads other data");
    };
  }

  private Decision pixInsight() {
    String reason = "the pixinsight look ";
    if (info.storedStretch().filter(StoredStretch.DisplayFunction.class::isInstance).isPresent()) {
      return decision("stored", reason + "shows a file by the display function in it");
    }
    if (isSubframe) {
      return decision("pixinsight", reason + "stretches subframes");
    }
    if (info.nature() == PixelNature.DISPLAY_READY) {
      return decision("none", reason + "leaves finished 8-bit pictures as they are");
    }
    if (info.nature() == PixelNature.SCENE) {
      return decision("camera", reason + "shows scenes as cameras do");
    }
    return info.nature() == PixelNature.UNKNOWN || kind == FrameKind.PROCESSED
        ? decision("pixinsight-unless-bright", reason + "goes by the brightness of such data")
        : decision("pixinsight", reason + "stretches all that is linear");
  }

  private static Decision decision(String stretch, String reason) {
    return new Decision("stretch", stretch, reason);
  }
}
