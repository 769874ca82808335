package dev.astrocat.thumbs.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of every size come back from every layout. */
class TiffLayoutTest {

  private static final int WIDTH = 19;
  private static final int HEIGHT = 11;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 24, 32})
  void unsignedSamplesOfEverySizeComeBack(int bits) throws IOException {
    for (int samples : new int[] {1, 3}) {
      long[] raw = random(bits, samples);
      for (TiffFixture fixture : layouts(bits, samples)) {
        Decoded decoded = Decoded.of(new TiffDecoder(), fixture.file(raw));
        double highest = Math.pow(2, bits) - 1;
        for (int i = 0; i < raw.length; i++) {
          // Fewer than 8 bits are spread over 0..255, as Pillow does.
          double expected = bits < 8 ? Math.round(raw[i] * 255 / highest) : raw[i];
          assertThat(decoded.samples()[i % samples][i / samples]).isEqualTo(expected);
        }
        assertThat(decoded.info().nature())
            .isEqualTo(bits <= 8 ? PixelNature.DISPLAY_READY : PixelNature.UNKNOWN);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void signedSamplesKeepTheirSign(int bits) throws IOException {
    long[] raw = random(bits, 1);
    for (TiffFixture fixture : layouts(bits, 1)) {
      byte[] file = fixture.tag(Tag.SAMPLE_FORMAT, TiffFixture.SHORT, 2).file(raw);
      Decoded decoded = Decoded.of(new TiffDecoder(), file);
      assertThat(decoded.info().type()).isEqualTo(bits == 32 ? SampleType.S32 : SampleType.S16);
      for (int i = 0; i < raw.length; i++) {
        double half = Math.pow(2, bits - 1.0);
        double expected = raw[i] < half ? raw[i] : raw[i] - 2 * half;
        assertThat(decoded.samples()[0][i]).isEqualTo(expected);
      }
    }
  }

  @Test
  void longsKeepAllTheirBits() throws IOException {
    long[] raw = {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 53};
    Decoded unsigned =
        Decoded.of(new TiffDecoder(), new TiffFixture(3, 2).bits(64).file(raw.clone()));
    assertThat(unsigned.info().type()).isEqualTo(SampleType.U64);
    assertThat(unsigned.samples()[0][3]).isEqualTo(0x1p63);
    byte[] file =
        new TiffFixture(3, 2).bits(64).tag(Tag.SAMPLE_FORMAT, TiffFixture.SHORT, 2).file(raw);
    assertThat(Decoded.of(new TiffDecoder(), file).samples()[0])
        .containsExactly(0, 1, 0x1p63, -0x1p63, -1, 0x1p53);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64})
  void floatsComeBackWithEveryPredictor(int bits) throws IOException {
    double[] values = {0, -0.0, 1, -1.5, 0.25, 65504, Double.NEGATIVE_INFINITY, Double.NaN};
    // [int(np.array(x, dtype='f2').view('u2')) for x in values]
    long[] halves = {0, 0x8000, 0x3C00, 0xBE00, 0x3400, 0x7BFF, 0xFC00, 0x7E00};
    long[] raw = new long[values.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] =
          switch (bits) {
            case 16 -> halves[i];
            case 32 -> Float.floatToRawIntBits((float) values[i]) & 0xFFFFFFFFL;
            default -> Double.doubleToRawLongBits(values[i]);
          };
    }
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (int predictor = 1; predictor <= 3; predictor++) {
        byte[] file =
            new TiffFixture(4, 2)
                .bits(bits)
                .order(order)
                .compression(8, predictor)
                .tag(Tag.SAMPLE_FORMAT, TiffFixture.SHORT, 3)
                .file(raw.clone());
        Decoded decoded = Decoded.of(new TiffDecoder(), file);
        assertThat(decoded.info().type()).isEqualTo(bits == 64 ? SampleType.F64 : SampleType.F32);
        assertThat(decoded.samples()[0]).containsExactly(values);
      }
    }
  }

  @Test
  void halfFloatsOfEveryMagnitudeAreWidened() {
    // [float(x).hex() for x in np.array([1, 0x3ff, 0x400, 0x3555], 'u2').view('f2').astype('f4')]
    assertThat(SmallFloats.half(0x0001)).isEqualTo(0x1p-24f);
    assertThat(SmallFloats.half(0x03FF)).isEqualTo(0x1.ff8p-15f);
    assertThat(SmallFloats.half(0x0400)).isEqualTo(0x1p-14f);
    assertThat(SmallFloats.half(0x3555)).isEqualTo(0x1.554p-2f);
    assertThat(SmallFloats.threeBytes(0x3F0000)).isEqualTo(1f);
    assertThat(SmallFloats.threeBytes(0xC08000)).isEqualTo(-3f);
  }

  private static long[] random(int bits, int samples) {
    Random random = new Random(bits * 31L + samples);
    long[] raw = new long[WIDTH * HEIGHT * samples];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = random.nextLong() & ((1L << bits) - 1);
    }
    return raw;
  }

  /** Both byte orders, strips and tiles, chunky and planar, and each compression we read. */
  private static List<TiffFixture> layouts(int bits, int samples) {
    List<TiffFixture> all = new ArrayList<>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (int compression : new int[] {1, 5, 8, 32773}) {
        boolean whole = bits == 8 || bits == 16 || bits == 32;
        for (int predictor = 1; predictor <= (whole && compression != 32773 ? 2 : 1); predictor++) {
          for (int layout = 0; layout < 6; layout++) {
            TiffFixture fixture =
                new TiffFixture(WIDTH, HEIGHT)
                    .bits(bits)
                    .samples(samples)
                    .order(order)
                    .compression(compression, predictor);
            all.add(layout(fixture, layout));
          }
        }
      }
    }
    return all;
  }

  private static TiffFixture layout(TiffFixture fixture, int layout) {
    return switch (layout) {
      case 0 -> fixture;
      case 1 -> fixture.strips(4);
      case 2 -> fixture.tiles(16, 16);
      case 3 -> fixture.tiles(32, 16).planar();
      case 4 -> fixture.strips(3).planar().big();
      default -> fixture.tiles(16, 16).big();
    };
  }
}
