package dev.astrocat.thumbs.formats.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngLayoutTest {

  private static final int PALETTE = 3;

  /** A colour type and a number of bits that go together (section 11.2.1, table 12). */
  record Layout(int colourType, int bits) {}

  static Stream<Layout> layouts() {
    return Stream.concat(
        Stream.of(1, 2, 4, 8).flatMap(b -> Stream.of(new Layout(0, b), new Layout(PALETTE, b))),
        Stream.of(
            new Layout(0, 16),
            new Layout(2, 8),
            new Layout(2, 16),
            new Layout(4, 8),
            new Layout(4, 16),
            new Layout(6, 8),
            new Layout(6, 16)));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyFilterAndWidthReadsBackExactly(Layout layout) throws IOException {
    for (int interlace = 0; interlace <= 1; interlace++) {
      for (int filter = 0; filter <= PngFixture.MIXED_FILTERS; filter++) {
        for (int width : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 37}) {
          int height = 1 + width * 5 % 13;
          check(layout, interlace, filter, width, height);
        }
      }
    }
  }

  private static void check(Layout layout, int interlace, int filter, int width, int height)
      throws IOException {
    PngFixture fixture =
        new PngFixture(width, height, layout.bits, layout.colourType)
            .interlace(interlace)
            .filter(filter);
    if (layout.colourType == PALETTE) {
      fixture.chunk("PLTE", palette(1 << layout.bits));
    }
    int highest = (1 << layout.bits) - 1;
    PngFixture.Samples samples = (x, y, s) -> sample(x, y, s) & highest;
    DecodedPng decoded = DecodedPng.of(fixture.write(samples));
    String what = layout + " interlace " + interlace + " filter " + filter + " width " + width;
    boolean wide = layout.bits == 16;
    assertThat(decoded.info().type()).isEqualTo(wide ? SampleType.U16 : SampleType.U8);
    assertThat(decoded.info().nature())
        .isEqualTo(wide ? PixelNature.UNKNOWN : PixelNature.DISPLAY_READY);
    int channels = layout.colourType == 0 || layout.colourType == 4 ? 1 : 3;
    assertThat(decoded.info().channels()).as(what).isEqualTo(channels);
    for (int c = 0; c < channels; c++) {
      int channel = c;
      int[] expected =
          IntStream.range(0, width * height)
              .map(i -> expected(layout, samples, i % width, i / width, channel))
              .toArray();
      assertThat(decoded.samples()[c]).as(what).isEqualTo(expected);
    }
  }

  /** Looks random, with runs of the extremes. */
  private static int sample(int x, int y, int s) {
    int mixed = (x * 7919 + y * 104_729 + s * 31_337) * 0x9E3779B1 >>> 13;
    return mixed % 5 == 0 ? 0xFFFF : mixed % 7 == 0 ? 0 : mixed;
  }

  private static int expected(Layout layout, PngFixture.Samples samples, int x, int y, int c) {
    int highest = (1 << layout.bits) - 1;
    int value = samples.at(x, y, c);
    return switch (layout.colourType) {
      case PALETTE -> paletteLevel(samples.at(x, y, 0), c);
      case 4 -> (int) Math.round((double) value * samples.at(x, y, 1) / highest);
      case 6 -> (int) Math.round((double) value * samples.at(x, y, 3) / highest);
      default -> layout.bits < 8 ? value * 255 / highest : value;
    };
  }

  private static int paletteLevel(int index, int channel) {
    return index * (3 + channel) + 50 * channel & 0xFF;
  }

  private static int[] palette(int entries) {
    return IntStream.range(0, 3 * entries).map(i -> paletteLevel(i / 3, i % 3)).toArray();
  }
}
