package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.testing.TestSamples;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels by thresholds are exactly those that the curve gives. */
final class KeyLevelsTest {

  private static final int SAMPLES = 20_000;

  private static final Scaling[] SCALINGS = {
    Scaling.IDENTITY, new Scaling(-1, 0), new Scaling(1e-3, 5), new Scaling(1e308, 0)
  };

  @ParameterizedTest
  @EnumSource(SampleType.class)
  void levelsEqualTheCurve(SampleType type) throws IOException {
    Random random = new Random(type.ordinal());
    for (Range range : ranges(type)) {
      for (Transfer transfer : transfers()) {
        for (Scaling scaling : SCALINGS) {
          ImageInfo info =
              ImageInfo.of(SAMPLES, 1, 1, type)
                  .withScaling(scaling)
                  .withBlank(type.isFloat() ? OptionalLong.empty() : OptionalLong.of(77));
          ChannelCurve curve = new ChannelCurve(range, 0.02, 0.97, transfer);
          compare(info, curve, samples(random, type, range));
        }
      }
    }
  }

  private static Range[] ranges(SampleType type) {
    return new Range[] {
      new Range(0, 1),
      new Range(-3, 1000.5),
      new Range(900, 901),
      new Range(-1e308, 1e308),
      new Range(0, type.isFloat() ? 1e-310 : type.highest()),
      new Range(7, 7)
    };
  }

  private static Transfer[] transfers() {
    return new Transfer[] {
      Transfer.LINEAR,
      new Transfer.HighByte(),
      new Transfer.Midtones(0.004),
      new Transfer.Midtones(0.9),
      new Transfer.Display(0.01, -0.5, 1.5),
      Transfer.Display.of(0),
      Transfer.Display.of(1),
      new Transfer.Asinh(0.1),
      new Transfer.Sampled(0, 0.5, 0.5, 1)
    };
  }

  /** Any bits, samples near the range, and samples next to each other where levels change. */
  private static Object samples(Random random, SampleType type, Range range) {
    long[] bits = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double inside =
          range.low() + random.nextDouble() * 1.2 * (range.high() / 2 - range.low() / 2);
      long near =
          switch (type) {
            case F32 -> Float.floatToRawIntBits((float) inside);
            case F64 -> Double.doubleToRawLongBits(inside);
            default -> (long) inside;
          };
      bits[i] = i % 3 == 0 ? random.nextLong() : i % 3 == 1 ? near : bits[i - 1] + 1;
    }
    bits[0] = 77;
    bits[1] = 0;
    bits[2] = -1;
    bits[3] = Long.MAX_VALUE;
    bits[4] = Long.MIN_VALUE;
    return TestSamples.ofBits(type, bits);
  }

  private static void compare(ImageInfo info, ChannelCurve curve, Object plane) throws IOException {
    RowBand band = new RowBand(info.type(), SAMPLES, 1, 1);
    TestSamples.image(info, plane).readRows(0, 1, band);
    int[] sums = new int[SAMPLES];
    Reducer.summers(info, ToneCurve.linked(curve), 0)
        .get()
        .add(band, 0, 0, Blocks.fromStart(SAMPLES, 1), sums);
    for (int i = 0; i < SAMPLES; i++) {
      boolean blank = !info.type().isFloat() && TestSamples.isStoredAs(info.type(), plane, i, 77);
      double physical = info.scaling().apply(TestSamples.stored(info.type(), plane, i));
      int wanted = blank ? 0 : curve.level(physical);
      if (sums[i] != wanted) {
        assertThat(sums[i]).as("%s %s %s", info, curve, physical).isEqualTo(wanted);
      }
    }
  }
}
