package dev.astrocat.thumbs.formats.fits.tile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.fits.Opened;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * One tile written by Debian's fpack, values as funpack gives them (both CFITSIO):
 *
 * <pre>
 * y, x = np.mgrid[0:4, 0:8]
 * f32 = (1000 + x*1.7 + y*y*2.3 + ((x*5 + y*3) % 7)*0.31).astype('f4')
 * f32[1, 2] = nan; f32[2, 5] = 0; f32[3, :] = 0.5
 * # fpack -r -w with -q -0.4, -qz -0.4, -q0 -0.4; funpack; astropy.io.fits.getdata
 * </pre>
 */
class QuantisationTest {

  private static final double SCALE = 0.4000000059604645;
  private static final double ZERO = 858993467.5999999;
  private static final String DITHERED_1 =
      "800009cf5401094090341d0340d0345703003b10078d0340d0840d09c090340d08003df007d509003f980a01"
          + "80202806008000";
  private static final String DITHERED_2 =
      "800009cf5401094090341d0340d0345703003b10078d0340d0840d09c090340d08003f1007f909003f980a01"
          + "80202806008000";
  private static final String UNDITHERED =
      "800009cf54010840d034210240d0345703003b1007910240d0840d09c090340d08003df007d508003f780200"
          + "80200802008000";

  @Test
  void withoutDither() throws IOException {
    float[] values = restored(UNDITHERED, "NO_DITHER");

    assertThat(values).startsWith(1000f, 1003.2f, 1004.4f, 1005.60004f, 1008.8f, 1009.60004f);
    assertThat(values[8 + 2]).isNaN();
    assertThat(values[16 + 5]).isZero();
    assertThat(values).endsWith(0.39999998f, 0.39999998f, 0.39999998f);
  }

  @Test
  void subtractiveDitherOne() throws IOException {
    float[] values = restored(DITHERED_1, "SUBTRACTIVE_DITHER_1");

    assertThat(values)
        .startsWith(
            999.9117f,
            1003.4221f,
            1004.4157f,
            1005.42395f,
            1008.4714f,
            1009.61584f,
            1010.79315f,
            1011.9355f,
            1003.23926f,
            1004.3578f);
    assertThat(values[10]).isNaN();
    assertThat(values[16 + 5]).isEqualTo(-0.16713905f);
    assertThat(values).endsWith(0.5911665f, 0.53570044f, 0.31721997f);
  }

  @Test
  void subtractiveDitherTwoKeepsZeros() throws IOException {
    float[] values = restored(DITHERED_2, "SUBTRACTIVE_DITHER_2");

    assertThat(values[10]).isNaN();
    assertThat(values[16 + 5]).isZero();
    assertThat(values[16 + 6]).isEqualTo(1019.69336f);
    assertThat(values).endsWith(0.5911665f, 0.53570044f, 0.31721997f);
  }

  @Test
  void tileThatCouldNotBeQuantisedFallsBackToGzip() throws IOException {
    ByteBuffer floats = ByteBuffer.allocate(4 * 32);
    for (int i = 0; i < 32; i++) {
      floats.putFloat(i / 3f);
    }
    TileFixture tiles =
        TileFixture.of("RICE_1", -32, 8, 8)
            .tile(HexFormat.of().parseHex(UNDITHERED), SCALE, ZERO)
            .fallback(FitsFixture.gzip(floats.array()));

    float[] values = restored(tiles, "NO_DITHER");

    assertThat(values[0]).isEqualTo(1000f);
    assertThat(values[32 + 5]).isEqualTo(5 / 3f);
    assertThat(values[63]).isEqualTo(31 / 3f);
  }

  @Test
  void scaleThatIsNoNumberGivesNoNumbers() throws IOException {
    TileFixture tiles =
        TileFixture.of("RICE_1", -32, 8, 4)
            .tile(HexFormat.of().parseHex(UNDITHERED), Double.NaN, 0);

    assertThat(restored(tiles, "NO_DITHER")).containsOnly(Float.NaN);
  }

  /** The check value of FITS 4.0 appendix I: the seed after 10,000 steps is 1,043,618,065. */
  @Test
  void randomNumbersAreThoseOfTheStandard() {
    // Tile 0 with ZDITHER0 = 1 enters at floor(r[0] * 500); the table's end is 10,000 - that later.
    DitherSequence random = new DitherSequence(0, 1);
    float last = 0;
    int start = (int) (16807 / 2147483647.0 * 500);
    for (int i = start; i < 10_000; i++) {
      last = random.next();
    }
    assertThat(last).isEqualTo((float) (1043618065 / 2147483647.0));
  }

  private static float[] restored(String tile, String method) throws IOException {
    return restored(
        TileFixture.of("RICE_1", -32, 8, 4).tile(HexFormat.of().parseHex(tile), SCALE, ZERO),
        method);
  }

  private static float[] restored(TileFixture tiles, String method) throws IOException {
    FitsFixture hdu =
        tiles
            .hdu()
            .keyword("ZTILE2", 4)
            .keyword("ZQUANTIZ", method)
            .keyword("ZDITHER0", 7486)
            .keyword("ZBLANK", -2147483647);
    Opened image = Opened.of(TileFixture.file(hdu));
    assertThat(image.info().type()).isEqualTo(SampleType.F32);
    float[] floats = new float[image.samples()[0].length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) image.samples()[0][i];
    }
    return floats;
  }
}
