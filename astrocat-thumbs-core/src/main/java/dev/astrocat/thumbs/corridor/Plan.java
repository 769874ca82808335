package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.Reduction;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is going to be done with an opened image, and why: the look's choices, overridden by the
 * request's. Immutable.
 *
 * @param demosaic whether colour is made of a filter mosaic
 * @param stretch how values become tones
 * @param linking whether channels are stretched alike
 * @param reduction whether it is reduced before or after the stretch
 * @param orientation how stored rows and columns are turned
 * @param decisions the choices, in order, the decoder's first
 */
record Plan(
    Demosaic demosaic,
    StretchChoice stretch,
    Linking linking,
    Reduction reduction,
    Orientation orientation,
    List<Decision> decisions) {

  Plan {
    decisions = List.copyOf(decisions);
  }

  static Plan of(ImageInfo info, Classification classification, ThumbnailRequest request) {
    return new Draft(info, classification, request).plan();
  }

  /** Choices in the making. */
  private static final class Draft {

    private final ImageInfo info;
    private final Classification classification;
    private final ThumbnailRequest request;
    private final Look look;
    private final List<Decision> decisions;

    Draft(ImageInfo info, Classification classification, ThumbnailRequest request) {
      this.info = info;
      this.classification = classification;
      this.request = request;
      this.look = request.look().orElse(Look.ASTROCAT);
      this.decisions = new ArrayList<>(info.decisions());
    }

    Plan plan() {
      Demosaic demosaic = demosaic();
      Orientation orientation = orientation();
      StretchChoice stretch = stretch();
      return new Plan(demosaic, stretch, linking(), reduction(), orientation, decisions);
    }

    private <T> T decide(String name, T value, String words, String reason) {
      decisions.add(new Decision(name, words, reason));
      return value;
    }

    private Demosaic demosaic() {
      if (info.cfa().isEmpty()) {
        return Demosaic.OFF; // nothing to choose, nothing to report
      }
      String pattern = info.cfa().get().colours();
      return request.demosaic() == Demosaic.ON
          ? decide("demosaic", Demosaic.ON, "superpixel", "the file names the pattern " + pattern)
          : decide("demosaic", Demosaic.OFF, "off", "asked for");
    }

    private Orientation orientation() {
      boolean flip = rowsAreFlipped();
      Orientation stored = storedOrientation();
      return flip ? stored.afterFlippingRows() : stored;
    }

    private boolean rowsAreFlipped() {
      return switch (request.rows()) {
        case STORED -> decide("rows", false, "stored", "asked for");
        case FLIPPED -> decide("rows", true, "flipped", "asked for");
        case AUTO ->
            switch (info.rowOrder()) {
              case TOP_DOWN -> decide("rows", false, "stored", "the first row is the top");
              case BOTTOM_UP ->
                  decide("rows", true, "flipped", "the file says that its first row is the bottom");
              case UNSPECIFIED ->
                  decide("rows", false, "stored", "nothing says that the first row is not the top");
              case LOOK_DECIDES ->
                  look == Look.ASTROCAT
                      ? decide("rows", true, "flipped", "the astrocat look flips this format")
                      : decide("rows", false, "stored", "the first row is the top");
            };
      };
    }

    private Orientation storedOrientation() {
      Orientation stored = info.orientation();
      if (stored == Orientation.IDENTITY) {
        return stored; // nothing to choose, nothing to report
      }
      boolean ignored = info.rowOrder() == RowOrder.LOOK_DECIDES && look == Look.ASTROCAT;
      return ignored
          ? decide(
              "orientation",
              Orientation.IDENTITY,
              words(Orientation.IDENTITY),
              "the astrocat look ignores this format's " + words(stored))
          : decide("orientation", stored, words(stored), "the file says how it was held");
    }

    private StretchChoice stretch() {
      Decision subframe = SubframeChoice.of(info.nature(), classification, request);
      decisions.add(subframe);
      if (request.stretch().isPresent()) {
        StretchChoice asked = request.stretch().get();
        return decide("stretch", asked, asked.words(), "asked for");
      }
      Decision stretch =
          new LookStretch(info, classification.kind(), SubframeChoice.isYes(subframe)).of(look);
      decisions.add(stretch);
      return new StretchChoice.Named(stretch.value());
    }

    private Linking linking() {
      if (info.channels() == 1 && info.cfa().isEmpty()) {
        return Linking.LINKED; // nothing to choose, nothing to report
      }
      return request
          .linking()
          .map(asked -> decide("linking", asked, words(asked), "asked for"))
          .orElse(look == Look.ASTROCAT ? Linking.LINKED : Linking.AUTO);
    }

    private Reduction reduction() {
      return request
          .reduction()
          .map(asked -> decide("reduction", asked, words(asked), "asked for"))
          .orElse(look == Look.ASTROCAT ? Reduction.AFTER_STRETCH : Reduction.BEFORE_STRETCH);
    }

    private static String words(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
