package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which colour the sky gets when all channels share one curve. A sky of a strong colour means that
 * the channels were never balanced, as those of a raw mosaic. Immutable.
 *
 * <p>The sky is judged by the median and by the 10th percentile: a picture that a red nebula fills
 * has a red median, but its darkest parts are still grey.
 *
 * @param nature what the samples mean to an eye
 * @param medians what is seen of each channel's median, 0..1
 * @param darks what is seen of each channel's 10th percentile
 */
record SkyColour(PixelNature nature, double[] medians, double[] darks) {

  /** Of linear data: the difference of channels above which the sky looks coloured. */
  private static final double COLOURED = 0.1;

  /** Of data that somebody has balanced, or may have: the eye's colours are meant. */
  private static final double GROSSLY_COLOURED = 0.4;

  /** Of linear data: by how much green may surpass both others, as it does in no balanced sky. */
  private static final double GREENISH = 0.04;

  private static final int GREEN = 1;
  private static final double DARK = 0.1;

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
    return new SkyColour(statistics.info().nature(), medians, darks);
  }

  Linking linking() {
    double limit = nature == PixelNature.LINEAR ? COLOURED : GROSSLY_COLOURED;
    boolean coloured = spread(medians) > limit && spread(darks) > limit;
    boolean green =
        nature == PixelNature.LINEAR
            && greenness(medians) > GREENISH
            && greenness(darks) > GREENISH;
    return (coloured || green) && nature != PixelNature.DISPLAY_READY
        ? Linking.UNLINKED
        : Linking.LINKED;
  }

  Decision decision() {
    String value = linking().name().toLowerCase(Locale.ROOT);
    if (nature == PixelNature.DISPLAY_READY) {
      return new Decision("linking", value, "the colours of a finished picture are meant");
    }
    String words = linking() == Linking.LINKED ? "has little colour" : "would have a colour";
    return new Decision(
        "linking",
        value,
        "under one curve the sky %s: median %s, 10th percentile %s of full scale"
            .formatted(words, words(medians), words(darks)));
  }

  private static double spread(double[] seen) {
    return Arrays.stream(seen).max().orElse(0) - Arrays.stream(seen).min().orElse(0);
  }

  private static double greenness(double[] seen) {
    return seen[GREEN] - Math.max(seen[0], seen[2]);
  }

  private static String words(double[] seen) {
    return Arrays.stream(seen)
        .mapToObj(v -> String.format(Locale.ROOT, "%.2f", v))
        .reduce((a, b) -> a + "/" + b)
        .orElse("");
  }
}
