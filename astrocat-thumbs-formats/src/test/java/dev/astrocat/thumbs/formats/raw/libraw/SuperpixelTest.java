package dev.astrocat.thumbs.formats.raw.libraw;

import static dev.astrocat.thumbs.formats.raw.libraw.NativePart.pixel;
import static dev.astrocat.thumbs.formats.raw.libraw.NativePart.superpixel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values by hand: (sample - black) * 65,535 / (white - black) / neutral, greens averaged. */
@Needs(Tool.LIBRAW)
class SuperpixelTest {

  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  /** Fuji's pattern, as X-Trans III cameras have it. */
  private static final String X_TRANS = "GGRGGBGGBGGRBRGRBGGGBGGRGGRGGBRBGBRG";

  /** A flat mosaic of one value for each letter of RGB, on a pedestal. */
  private static DngFixture flat(String pattern, int pedestal, int red, int green, int blue) {
    int side = pattern.length() == 4 ? 2 : 6;
    int[] values = {red, green, blue};
    return DngFixture.mosaic(
        pattern,
        WIDTH,
        HEIGHT,
        (row, column, channel) ->
            pedestal + values["RGB".indexOf(pattern.charAt(row % side * side + column % side))]);
  }

  private static void assertPixel(RawFrame frame, int red, int green, int blue) {
    int[] pixel = pixel(frame, frame.height() / 2, frame.width() / 2);
    assertThat(pixel[0]).isCloseTo(red, within(20));
    assertThat(pixel[1]).isCloseTo(green, within(20));
    assertThat(pixel[2]).isCloseTo(blue, within(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RGGB", "BGGR", "GRBG", "GBRG"})
  void eachPatternGivesTheSameColours(String pattern) throws RawRefusal {
    RawFrame frame = superpixel(flat(pattern, 0, 1000, 3000, 500));

    assertThat(frame.width()).isEqualTo(WIDTH / 2);
    assertThat(frame.height()).isEqualTo(HEIGHT / 2);
    assertThat(frame.process()).isEqualTo("superpixel " + pattern);
    assertThat(frame.camera()).isEqualTo("Astrocat Fixture");
    // 1000, 3000 and 500 of 16,000 in 65,535.
    assertPixel(frame, 4096, 12288, 2048);
  }

  @Test
  void blackLevelIsSubtractedAndWhiteBalanceMakesTheSmallestFactorOne() throws RawRefusal {
    RawFrame frame =
        superpixel(
            flat("RGGB", 1000, 1000, 3000, 500).black(1, 1000).white(17_000).neutral(0.5, 1, 0.25));

    // Factors 2, 1 and 4.
    assertPixel(frame, 8192, 12288, 8192);
  }

  @Test
  void factorsBelowOneAreRaisedTogether() throws RawRefusal {
    // 1/2, 1 and 1/4 become 2, 4 and 1.
    assertPixel(superpixel(flat("RGGB", 0, 500, 500, 500).neutral(2, 1, 4)), 4096, 8192, 2048);
  }

  @Test
  void eachFilterHasItsOwnBlack() throws RawRefusal {
    int[] black = {100, 200, 300, 400};
    RawFrame frame =
        superpixel(
            DngFixture.mosaic(
                    "RGGB",
                    WIDTH,
                    HEIGHT,
                    (row, column, channel) -> 1000 + black[row % 2 * 2 + column % 2])
                .black(2, black)
                .white(16_100));

    // White is above the least black: 1000 of 16,000.
    assertPixel(frame, 4096, 4096, 4096);
  }

  @Test
  void aBlackPatternOfFourByFourFollowsTheActiveArea() throws RawRefusal {
    int[] black = new int[16];
    for (int i = 0; i < black.length; i++) {
      black[i] = 10 * i;
    }
    RawFrame frame =
        superpixel(
            DngFixture.mosaic(
                    "RGGB",
                    WIDTH,
                    HEIGHT,
                    (row, column, channel) -> 2000 + black[(row + 2) % 4 * 4 + column % 4])
                .activeArea(2, 4, HEIGHT, WIDTH)
                .black(4, black));

    for (int column = 0; column < 8; column++) {
      assertThat(pixel(frame, 5, column)).containsExactly(8192, 8192, 8192);
    }
  }

  @Test
  void theTwoGreensAreAveraged() throws RawRefusal {
    RawFrame frame =
        superpixel(
            DngFixture.mosaic(
                "RGGB", WIDTH, HEIGHT, (row, column, channel) -> row % 2 == 0 ? 1000 : 3000));

    assertPixel(frame, 4096, 8192, 12288);
  }

  @Test
  void aSaturatedPixelIsWhiteWhateverTheBalance() throws RawRefusal {
    RawFrame frame = superpixel(flat("RGGB", 0, 16_000, 16_000, 16_000).neutral(0.5, 1, 0.7));

    assertPixel(frame, 65_535, 65_535, 65_535);
  }

  @Test
  void theBrightestSampleStandsForWhiteFromThreeQuartersOn() throws RawRefusal {
    assertPixel(superpixel(flat("RGGB", 0, 6500, 13_000, 6500)), 32_768, 65_535, 32_768);
    assertPixel(superpixel(flat("RGGB", 0, 5500, 11_000, 5500)), 22_528, 45_056, 22_528);
  }

  /*
   * m = np.array([[.7, .2, .1], [.1, .8, .1], [.05, .25, .7]])  # the camera, seen from sRGB
   * m @ [[3.2406, -1.5372, -.4986], [-.9689, 1.8758, .0415], [.0557, -.2040, 1.0570]]
   * np.linalg.inv(m) @ [2000, 3000, 1500] * 65535 / 16000
   */
  @Test
  void theMatrixLeadsFromCameraColoursToSrgb() throws RawRefusal {
    RawFrame frame =
        superpixel(
            flat("RGGB", 0, 2000, 3000, 1500)
                .matrix(
                    2.0802, -0.7213, -0.2350, -0.4455, 1.3265, 0.0890, -0.0412, 0.2493, 0.7253));

    assertPixel(frame, 7225, 14051, 3243);
  }

  @Test
  void theActiveAreaBeginsThePatternAndOddEdgesAreLeftOut() throws RawRefusal {
    // Pattern of the active area: its first pixel is at row 3, column 5.
    String pattern = "RGGB";
    int[] values = {1000, 3000, 500};
    RawFrame frame =
        superpixel(
            DngFixture.mosaic(
                    pattern,
                    WIDTH,
                    HEIGHT,
                    (row, column, channel) ->
                        row < 3 || column < 5
                            ? 9999
                            : values[
                                "RGB"
                                    .indexOf(pattern.charAt((row + 1) % 2 * 2 + (column + 1) % 2))])
                .activeArea(3, 5, 30, 46));

    // LibRaw moves an odd first row or column on by one, and the pattern with it.
    assertThat(frame.sensorWidth()).isEqualTo(40);
    assertThat(frame.sensorHeight()).isEqualTo(26);
    assertThat(frame.width()).isEqualTo(20);
    assertThat(frame.height()).isEqualTo(13);
    for (int row = 0; row < 13; row += 12) {
      for (int column = 0; column < 20; column += 19) {
        assertThat(pixel(frame, row, column)[1]).isCloseTo(12288, within(20));
      }
    }
    assertPixel(frame, 4096, 12288, 2048);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void orientationIsReportedAndNotApplied(int exif) throws RawRefusal {
    RawFrame frame =
        superpixel(
            DngFixture.mosaic(
                    "RGGB", WIDTH, HEIGHT, (row, column, channel) -> column < 24 ? 8000 : 0)
                .orientation(exif));

    assertThat(frame.exifOrientation()).isEqualTo(exif);
    assertThat(frame.width()).isEqualTo(24);
    assertThat(pixel(frame, 3, 2)[1]).isCloseTo(32_768, within(20));
    assertThat(pixel(frame, 3, 20)[1]).isZero();
  }

  @Test
  void xTransBlocksOfThreeByThreeAreColours() throws RawRefusal {
    RawFrame frame = superpixel(flat(X_TRANS, 100, 1000, 3000, 500).black(1, 100).white(16_100));

    assertThat(frame.process()).isEqualTo("superpixel X-Trans");
    assertThat(frame.width()).isEqualTo(WIDTH / 3);
    assertThat(frame.height()).isEqualTo(HEIGHT / 3);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        assertThat(pixel(frame, row, column)[0]).isCloseTo(4096, within(20));
        assertThat(pixel(frame, row, column)[1]).isCloseTo(12288, within(20));
        assertThat(pixel(frame, row, column)[2]).isCloseTo(2048, within(20));
      }
    }
  }
}
