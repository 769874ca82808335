package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PixInsightStretchTest {

  private static final double MADN = 1.4826;

  /** Median, MADN, then the points and what is seen of the median. */
  @ParameterizedTest
  @CsvSource({
    "pixinsight,         0.01525902, 0.00045777, 0.01397726, 1,      0.00383544, 0.252652",
    "pixinsight-boosted, 0.01525902, 0.00045777, 0.01429770, 1,      0.00096132, 0.503604",
    "pixinsight,         0.25,       0.01,       0.222,      1,      0.07954545, 0.301676",
    "pixinsight,         0.5,        0.02,       0.444,      1,      0.15107914, 0.386252",
    "pixinsight,         0.458,      0.00046,    0.456712,   1,      0.00385407, 0.380503",
    "pixinsight,         0.7,        0.05,       0,          0.84,   0.67187500, 0.709459",
    "pixinsight,         0.9,        0.001,      0,          0.9028, 0.99164678, 0.730282",
    "pixinsight,         0.02,       0,          0,          1,      0.05769231, 0.250000",
    "pixinsight,         0.001,      0.01,       0,          1,      0.00299401, 0.250000"
  })
  void goldenVectors(
      String id, double median, double madn, double s, double h, double m, double seen) {
    Stretch stretch = strategy(id).measure(KnownStatistics.of(median, madn / MADN), Linking.LINKED);

    assertThat(StretchFigures.one(stretch, "c0")).isEqualTo(s, within(1e-8));
    assertThat(StretchFigures.one(stretch, "h")).isEqualTo(h, within(1e-8));
    assertThat(StretchFigures.one(stretch, "m")).isEqualTo(m, within(1e-8));
    // The inputs of the first two rows are rounded to 8 digits, the median's tone to 6.
    assertThat(stretch.curve().channel(0).apply(median)).isEqualTo(seen, within(2e-6));
  }

  /**
   * Equations 15 to 18 of XISF 1.0, section 8.5.7.
   *
   * <pre>{@code
   * mtf = lambda x, m: (m - 1) * x / ((2 * m - 1) * x - m)
   * M, D = numpy.array([.1, .2, .3]), numpy.array([.01, .02, 0])
   * s = numpy.where(D > 0, M - 2.8 * D, 0); m = mtf(M - s, .25)   # mtf(x, m)
   * s.mean(), m.mean()   # 0.07200000000000001, 0.2643748637453673
   * }</pre>
   */
  @Test
  void linkedPointsAreTheMeansOfTheChannels() {
    Stretch stretch = new PixInsightStretch().measure(dark(), Linking.LINKED);

    assertThat(stretch.curve().channels()).hasSize(1);
    assertThat(StretchFigures.one(stretch, "c0")).isEqualTo(0.072, within(1e-12));
    assertThat(StretchFigures.one(stretch, "m")).isEqualTo(0.2643748637453673, within(1e-12));
    assertThat(StretchFigures.all(stretch, "median")).containsExactly(0.1, 0.2, 0.3);
  }

  @Test
  void unlinkedChannelsHaveTheirOwnPoints() {
    Stretch stretch = new PixInsightStretch().measure(dark(), Linking.UNLINKED);

    assertThat(stretch.curve().channels()).hasSize(3);
    assertThat(StretchFigures.all(stretch, "c0").get(1)).isEqualTo(0.144, within(1e-12));
    assertThat(StretchFigures.all(stretch, "c0").get(2)).isZero();
    assertThat(stretch.curve().channel(2).apply(0.3)).isEqualTo(0.25, within(1e-12));
  }

  @Test
  void theBranchOfLinkedChannelsIsThatOfTheSumOfTheirMedians() {
    KnownStatistics bright =
        KnownStatistics.of(
            new double[] {0.4, 0.01}, new double[] {0.7, 0.01}, new double[] {0.6, 0.01});

    Stretch stretch = new PixInsightStretch().measure(bright, Linking.LINKED);

    assertThat(StretchFigures.one(stretch, "c0")).isZero();
    // Mean of 0.4, 0.7, 0.6, and 2.8 * 1.4826 * 0.01
    assertThat(StretchFigures.one(stretch, "h")).isEqualTo(1.7 / 3 + 0.0415128, within(1e-9));
  }

  @Test
  void aSkyAtBlackIsJudgedByWhatLiesAboveIt() {
    float[] samples = new float[100];
    for (int i = 70; i < 100; i++) {
      samples[i] = i / 1000f;
    }

    Stretch stretch = new PixInsightStretch().measure(StretchFigures.of(samples), Linking.AUTO);

    assertThat(stretch.curve().channel(0).level(0)).isZero();
    assertThat(stretch.curve().channel(0).level(0.09)).isBetween(60, 100);
  }

  private static KnownStatistics dark() {
    return KnownStatistics.of(
        new double[] {0.1, 0.01 / MADN}, new double[] {0.2, 0.02 / MADN}, new double[] {0.3, 0});
  }

  private static StretchStrategy strategy(String id) {
    return id.equals("pixinsight") ? new PixInsightStretch() : new PixInsightBoostedStretch();
  }
}
