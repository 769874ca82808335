package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Stretch;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SkyColourTest {

  private static final int SIDE = 100;
  private static final ImageInfo LINEAR =
      ImageInfo.of(SIDE, SIDE, 3, SampleType.F32).withNature(PixelNature.LINEAR);

  @ParameterizedTest
  @ValueSource(strings = {"pixinsight", "pixinsight-boosted"})
  void aGreenSkyBecomesGrey(String id) {
    Stretch stretch = auto(id, LINEAR, sky(0.01), sky(0.02), sky(0.012));

    assertThat(StretchFigures.decided(stretch, "linking")).containsExactly("unlinked");
    int green = stretch.curve().channel(1).level(0.02);
    assertThat(stretch.curve().channel(0).level(0.01)).isBetween(green - 3, green + 3);
    assertThat(stretch.curve().channel(2).level(0.012)).isBetween(green - 3, green + 3);
  }

  @Test
  void balancedColoursStay() {
    float[] red = sky(0.01);
    float[] green = sky(0.01);
    float[] blue = sky(0.01);
    for (int i = 0; i < red.length / 3; i++) {
      red[i] += 0.02f; // a nebula over a third of the picture
    }

    Stretch stretch = auto("pixinsight", LINEAR, red, green, blue);

    assertThat(StretchFigures.decided(stretch, "linking")).containsExactly("linked");
    assertThat(stretch.curve().channels()).hasSize(1);
  }

  @Test
  void aNebulaThatFillsMostOfThePictureKeepsItsColour() {
    float[] red = sky(0.01);
    for (int i = 0; i < red.length * 0.8; i++) {
      red[i] += 0.02f;
    }

    Stretch stretch = auto("pixinsight", LINEAR, red, sky(0.01), sky(0.01));

    assertThat(StretchFigures.decided(stretch, "linking")).containsExactly("linked");
  }

  @Test
  void coloursOfAMosaicAreNeverLinked() {
    ImageInfo info = LINEAR.withCfa(Optional.of(CfaPattern.bayer("RGGB")));

    Stretch stretch = auto("pixinsight", info, sky(0.01), sky(0.01), sky(0.01));

    assertThat(StretchFigures.decided(stretch, "linking")).containsExactly("unlinked");
  }

  @Test
  void finishedPicturesAreAlwaysLinked() {
    ImageInfo info = LINEAR.withNature(PixelNature.DISPLAY_READY);

    Stretch stretch = auto("minmax", info, sky(0.1), sky(0.9), sky(0.1));

    assertThat(StretchFigures.decided(stretch, "linking")).containsExactly("linked");
  }

  @Test
  void whatSomebodyBalancedStaysUnlessItIsGross() {
    ImageInfo info = LINEAR.withNature(PixelNature.SCENE);

    assertThat(linking(auto("minmax", info, sky(0.2), sky(0.3), sky(0.25)))).isEqualTo("linked");
    assertThat(linking(auto("minmax", info, sky(0.1), sky(0.9), sky(0.1)))).isEqualTo("unlinked");
  }

  @Test
  void aChannelWithoutDataIsNoFailure() {
    float[] empty = new float[SIDE * SIDE];
    Arrays.fill(empty, Float.NaN);

    for (Linking linking : Linking.values()) {
      Stretch stretch =
          new PixInsightStretch()
              .measure(StretchFigures.of(LINEAR, sky(0.01), sky(0.01), empty), linking);
      assertThat(stretch.curve().channel(0).level(0.01)).isBetween(20, 120);
    }
  }

  private static String linking(Stretch stretch) {
    return StretchFigures.decided(stretch, "linking").get(0);
  }

  private static Stretch auto(String id, ImageInfo info, float[]... channels) {
    return Strategies.named(id).measure(StretchFigures.of(info, channels), Linking.AUTO);
  }

  /** Noise around a value, with a star at 1 so that ranges agree. */
  private static float[] sky(double value) {
    Random random = new Random(Double.hashCode(value));
    float[] samples = new float[SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (value + 0.0005 * random.nextGaussian());
    }
    samples[samples.length - 1] = 1;
    samples[samples.length - 2] = 0;
    return samples;
  }
}
