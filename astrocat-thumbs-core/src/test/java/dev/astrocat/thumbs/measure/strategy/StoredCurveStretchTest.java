package dev.astrocat.thumbs.measure.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.StoredStretch;
import dev.astrocat.thumbs.decode.StoredStretch.Channel;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoredCurveStretchTest {

  private static final ImageInfo COLOUR =
      ImageInfo.of(2, 1, 3, SampleType.F32).withRange(new Range(0, 1));

  @Test
  void displayFunctionClipsBendsAndExpands() {
    Channel channel = new Channel(0.25, 0.1, 0.9, -0.5, 1.5);
    ChannelCurve curve = curve(channel);

    assertThat(curve.apply(0.3)).isEqualTo(0.5, within(1e-12));
    assertThat(curve.apply(0)).isEqualTo(0.25, within(1e-12)); // (0 - l) / (r - l)
    assertThat(curve.apply(1)).isEqualTo(0.75, within(1e-12));
  }

  @Test
  void equalPointsAreAStep() {
    ChannelCurve curve = curve(new Channel(0.5, 0.25, 0.25, 0, 1));

    assertThat(curve.level(0.25)).isZero();
    assertThat(curve.level(0.2500001)).isEqualTo(255);
  }

  @Test
  void extremeMidtonesAreSteps() {
    assertThat(curve(new Channel(0, 0, 1, 0, 1)).level(0)).isZero();
    assertThat(curve(new Channel(0, 0, 1, 0, 1)).level(1e-9)).isEqualTo(255);
    assertThat(curve(new Channel(1, 0, 1, 0, 1)).level(0.999)).isZero();
    assertThat(curve(new Channel(1, 0, 1, 0, 1)).level(1)).isEqualTo(255);
  }

  @Test
  void channelsKeepTheirOwnFunctionsWhateverLinkingIsAskedFor() {
    Channel one = new Channel(0.25, 0, 1, 0, 1);
    Channel other = new Channel(0.5, 0, 1, 0, 1);

    Stretch stretch =
        measure(
            COLOUR.withStoredStretch(
                new StoredStretch.DisplayFunction(List.of(one, other, other))));

    assertThat(stretch.curve().channel(0).apply(0.25)).isEqualTo(0.5, within(1e-12));
    assertThat(stretch.curve().channel(1).apply(0.25)).isEqualTo(0.25, within(1e-12));
    assertThat(StretchFigures.all(stretch, "m")).containsExactly(0.25, 0.5, 0.5);
    assertThat(StretchFigures.decided(stretch, "stored")).containsExactly("display function");
  }

  @Test
  void windowIsStraightBetweenItsPoints() {
    Stretch stretch =
        measure(
            COLOUR.withStoredStretch(
                new StoredStretch.Window("CBLACK and CWHITE", new Range(100, 300))));

    assertThat(stretch.curve().channel(2).apply(150)).isEqualTo(0.25);
    assertThat(StretchFigures.decided(stretch, "stored")).containsExactly("CBLACK and CWHITE");
  }

  @Test
  void withoutAnyItIsStraightAndSaysSo() {
    Stretch stretch = measure(COLOUR);

    assertThat(stretch.curve().channel(0).apply(0.25)).isEqualTo(0.25);
    assertThat(StretchFigures.decided(stretch, "stored")).containsExactly("none");
  }

  private static ChannelCurve curve(Channel channel) {
    return measure(COLOUR.withStoredStretch(new StoredStretch.DisplayFunction(List.of(channel))))
        .curve()
        .channel(0);
  }

  private static Stretch measure(ImageInfo info) {
    float[] plane = {0, 1};
    return new StoredCurveStretch()
        .measure(StretchFigures.of(info, plane, plane, plane), Linking.LINKED);
  }
}
