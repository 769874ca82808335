package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Reduction;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.testing.TestNoise;
import dev.astrocat.thumbs.testing.TestSamples;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Reduction in linear values; means.py made the values. */
final class MeanPictureTest {

  private static final int BLANK = 11;
  private static final ToneCurve CURVE =
      ToneCurve.linked(
          new ChannelCurve(new Range(0, 65_535), 0.01, 1, new Transfer.Midtones(0.05)));

  @ParameterizedTest
  @CsvFileSource(resources = "means.csv")
  void picturesAreMeansOfWhatIsUnderEachPixel(
      SampleType type,
      boolean holes,
      int channels,
      int exif,
      int width,
      int height,
      int maxSize,
      int wantedWidth,
      int wantedHeight,
      long crc)
      throws IOException {
    BandWalk walk = TestSamples.walk(image(type, holes, width, height, channels));
    Picture picture = render(walk, CURVE, Orientation.ofExif(exif), maxSize);
    assertThat(picture.width()).isEqualTo(wantedWidth);
    assertThat(picture.height()).isEqualTo(wantedHeight);
    CRC32 found = new CRC32();
    for (byte[] plane : picture.planes()) {
      found.update(plane);
    }
    assertThat(found.getValue()).isEqualTo(crc);
  }

  @Test
  void noStarHasADarkRing() throws IOException {
    int side = 300;
    float[] sky = new float[side * side];
    for (int i = 0; i < sky.length; i++) {
      double distance = Math.hypot(i % side - 150.3, i / side - 149.6);
      sky[i] = (float) (0.02 + 0.9 * Math.exp(-distance * distance / 5));
    }
    PixelSource source =
        PixelSource.of(ImageInfo.of(side, side, 1, SampleType.F32), new float[][] {sky});
    ChannelCurve steep = new ChannelCurve(new Range(0, 1), 0.0199, 1, new Transfer.Midtones(0.001));
    ToneCurve curve = ToneCurve.linked(steep);
    byte[] plane = render(TestSamples.walk(source), curve, Orientation.IDENTITY, 70).planes()[0];
    // d = (0.02f - 0.0199) / 0.9801; -0.999 * d / (-0.998 * d - 0.001), times 255 and rounded, in
    // Python: 24
    int background = 24;
    for (byte level : plane) {
      assertThat(level & 0xFF).isGreaterThanOrEqualTo(background);
    }
    assertThat(plane[0]).isEqualTo((byte) background);
  }

  @Test
  void scalingIsAppliedAndWhatItMakesInfiniteLeftOut() throws IOException {
    ImageInfo info = ImageInfo.of(4, 2, 1, SampleType.F64).withScaling(new Scaling(-1e300, 1e301));
    PixelSource source =
        PixelSource.of(info, new double[][] {{1, 2, 3, 4, 1e20, 6, 1e20, Double.NaN}});
    ToneCurve curve = ToneCurve.linked(ChannelCurve.straight(new Range(0, 1e301)));
    // Physical means are 1e301 - 1e300 * (1 + 2 + 6) / 3, and * (3 + 4) / 2.
    byte[] plane = render(TestSamples.walk(source), curve, Orientation.IDENTITY, 2).planes()[0];
    assertThat(plane).containsExactly((byte) 179, (byte) 166);
  }

  @Test
  void sumsThatOverflowAreWhite() throws IOException {
    double most = Double.MAX_VALUE;
    PixelSource source =
        PixelSource.of(
            ImageInfo.of(4, 2, 1, SampleType.F64),
            new double[][] {{most, most, 0, 0, most, most, 0, 0}});
    ToneCurve curve = ToneCurve.linked(ChannelCurve.straight(new Range(0, 1)));
    byte[] plane = render(TestSamples.walk(source), curve, Orientation.IDENTITY, 2).planes()[0];
    assertThat(plane).containsExactly((byte) 255, (byte) 0);
  }

  private static Picture render(BandWalk walk, ToneCurve curve, Orientation turned, int maxSize)
      throws IOException {
    return new Renderer(walk, curve, turned)
        .render(Reduction.BEFORE_STRETCH, List.of(maxSize))
        .get(0);
  }

  private static PixelSource image(
      SampleType type, boolean holes, int width, int height, int channels) {
    Object[] planes = new Object[channels];
    for (int c = 0; c < channels; c++) {
      long[] bits = new long[width * height];
      for (int i = 0; i < bits.length; i++) {
        int x = i % width;
        int y = i / width;
        int sample = sample(type, x, y, c);
        boolean hole = holes && (sample % BLANK == 0 || x < width / 3 && y < height / 3);
        bits[i] = bits(type, sample, hole);
      }
      planes[c] = TestSamples.ofBits(type, bits);
    }
    OptionalLong blank = holes ? OptionalLong.of(BLANK) : OptionalLong.empty();
    return TestSamples.image(ImageInfo.of(width, height, channels, type).withBlank(blank), planes);
  }

  private static int sample(SampleType type, int x, int y, int channel) {
    int sample = TestNoise.at(x, y, channel);
    return switch (type) {
      case U8 -> sample & 0xFF;
      case S16 -> sample & 0x7FFF;
      default -> sample;
    };
  }

  private static long bits(SampleType type, int sample, boolean hole) {
    return switch (type) {
      case F32 -> Float.floatToIntBits(hole ? Float.NEGATIVE_INFINITY : sample);
      case F64 -> Double.doubleToLongBits(hole ? Double.NaN : sample);
      default -> hole ? BLANK : sample;
    };
  }
}
