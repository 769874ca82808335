package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which colour the sky gets when all channels share one curve. A sky of a strong colour means that
 * the channels were never balanced. Immutable.
 *
 * <p>The sky is judged by the median and by the 10th percentile: a picture that a red nebula fills
 * has a red median, but its darkest parts are still grey. Colours that were just made of a sensor's
 * filters need no judgement.
 *
 * @param origin what is known of the colours
 * @param medians what is seen of each channel's median, 0..1
 * @param darks what is seen of each channel's 10th percentile
 */
record SkyColour(Origin origin, double[] medians, double[] darks) {

  private static final double DARK = 0.1;

  /** What is known of the colours, and the difference of channels above which they are wrong. */
  enum Origin {
    /** A sensor sees most green, and each camera its own amount of red and blue. */
    MOSAIC(-1),
    /** Balanced or not: 13 of 255 levels are a tint that one sees. */
    LINEAR(0.05),
    /** Balanced by a camera, or made in a program where somebody looked at them: rarely wrong. */
    BALANCED(0.15),
    /** Made to be looked at. */
    FINISHED(1);

    private final double limit;

    Origin(double limit) {
      this.limit = limit;
    }

    static Origin of(ImageInfo info) {
      return switch (info.nature()) {
        case LINEAR -> info.cfa().isPresent() ? MOSAIC : LINEAR;
        case SCENE, UNKNOWN -> BALANCED;
        case DISPLAY_READY -> FINISHED;
      };
    }
  }

  static SkyColour under(ChannelCurve linked, Statistics statistics) {
    int channels = statistics.info().channels();
    double[] medians = new double[channels];
    double[] darks = new double[channels];
    for (int c = 0; c < channels; c++) {
      if (LinkedChannels.hasData(statistics, c)) {
        double[] values = statistics.channel(c).quantiles(DARK, 0.5);
        darks[c] = linked.apply(values[0]);
        medians[c] = linked.apply(values[1]);
      }
    }
    return new SkyColour(Origin.of(statistics.info()), medians, darks);
  }

  Linking linking() {
    double difference = Math.min(difference(medians), difference(darks));
    return difference > origin.limit ? Linking.UNLINKED : Linking.LINKED;
  }

  Decision decision() {
    String reason =
        switch (origin) {
          case MOSAIC -> "colours of a filter mosaic were never balanced";
          case FINISHED -> "the colours of a finished picture are meant";
          case LINEAR, BALANCED ->
              linking() == Linking.LINKED
                  ? "under one curve the sky has little colour"
                  : "under one curve the sky would have a colour";
        };
    return new Decision(
        "linking",
        linking().name().toLowerCase(Locale.ROOT),
        "%s: median %s, 10th percentile %s of full scale"
            .formatted(reason, words(medians), words(darks)));
  }

  private static double difference(double[] seen) {
    return Arrays.stream(seen).max().orElse(0) - Arrays.stream(seen).min().orElse(0);
  }

  private static String words(double[] seen) {
    return Arrays.stream(seen)
        .mapToObj(v -> String.format(Locale.ROOT, "%.2f", v))
        .collect(Collectors.joining("/"));
  }
}
