package dev.astrocat.thumbs.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What samples mean: grey, palettes, inks, alpha, luma and chroma. */
class TiffColoursTest {

  private static final int SHORT = TiffFixture.SHORT;

  private static double[][] decode(TiffFixture fixture, long... raw) throws IOException {
    return Decoded.of(new TiffDecoder(), fixture.file(raw)).samples();
  }

  @Test
  void whiteIsZeroIsInverted() throws IOException {
    assertThat(decode(new TiffFixture(3, 1).tag(262, SHORT, 0), 0, 100, 255)[0])
        .containsExactly(255, 155, 0);
    assertThat(decode(new TiffFixture(3, 1).bits(16).tag(262, SHORT, 0), 0, 1, 65535)[0])
        .containsExactly(65535, 65534, 0);
    assertThat(decode(new TiffFixture(2, 1).bits(1).tag(262, SHORT, 0), 0, 1)[0])
        .containsExactly(255, 0);
  }

  @Test
  void paletteGivesItsHighBytes() throws IOException {
    long[] map = {0, 0x1234, 0xFFFF, 0x8000, 0, 0x5678, 0xFFFF, 0, 0, 0x9ABC, 0xFFFF, 0};
    double[][] rgb =
        decode(new TiffFixture(4, 1).bits(2).tag(262, SHORT, 3).tag(320, SHORT, map), 0, 1, 2, 3);
    assertThat(rgb[0]).containsExactly(0, 0x12, 255, 0x80);
    assertThat(rgb[1]).containsExactly(0, 0x56, 255, 0);
    assertThat(rgb[2]).containsExactly(0, 0x9A, 255, 0);
  }

  @Test
  void paletteOfEightBitValuesIsTakenAsItIs() throws IOException {
    long[] map = {0, 18, 0, 86, 0, 154};
    double[][] rgb =
        decode(new TiffFixture(2, 1).bits(1).tag(262, SHORT, 3).tag(320, SHORT, map), 0, 1);
    assertThat(new double[] {rgb[0][1], rgb[1][1], rgb[2][1]}).containsExactly(18, 86, 154);
  }

  @Test
  void inksTakeTheirPartOfTheLight() throws IOException {
    // Image.new('CMYK', (1, 1), (255, 10, 0, 100)).convert('RGB').getpixel((0, 0)): (0, 149, 155)
    double[][] rgb = decode(new TiffFixture(1, 1).samples(4).tag(262, SHORT, 5), 255, 10, 0, 100);
    assertThat(new double[] {rgb[0][0], rgb[1][0], rgb[2][0]}).containsExactly(0, 149, 155);
  }

  @Test
  void unassociatedAlphaIsComposedOverBlackAndAssociatedIsAlready() throws IOException {
    long[] pixel = {200, 100, 50, 128};
    double[][] over = decode(new TiffFixture(1, 1).samples(4).tag(338, SHORT, 2), pixel.clone());
    assertThat(new double[] {over[0][0], over[1][0], over[2][0]}).containsExactly(100, 50, 25);
    for (int kind : new int[] {0, 1}) {
      double[][] kept =
          decode(new TiffFixture(1, 1).samples(4).tag(338, SHORT, kind), pixel.clone());
      assertThat(new double[] {kept[0][0], kept[1][0], kept[2][0]}).containsExactly(200, 100, 50);
    }
  }

  @Test
  void greyWithAlphaIsGrey() throws IOException {
    double[][] grey =
        decode(new TiffFixture(1, 1).bits(16).samples(2).tag(338, SHORT, 2), 40000, 32768);
    assertThat(grey).hasNumberOfRows(1);
    assertThat(grey[0][0]).isEqualTo(20000); // 40000 * 32768 / 65535 = 20000.3
  }

  @Test
  void lumaAndChromaBecomeRgb() throws IOException {
    // Image.new('YCbCr', (1, 1), (100, 90, 200)).convert('RGB').getpixel((0, 0)): (200, 61, 32)
    double[][] rgb =
        decode(
            new TiffFixture(1, 1).samples(3).tag(262, SHORT, 6).tag(530, SHORT, 1, 1),
            100,
            90,
            200);
    assertThat(rgb[0][0]).isCloseTo(200, offset(1.0));
    assertThat(rgb[1][0]).isCloseTo(61, offset(1.0));
    assertThat(rgb[2][0]).isCloseTo(32, offset(1.0));
  }

  @Test
  void subsampledChromaIsSpread() throws IOException {
    // One unit of 2 x 2 lumas, Cb, Cr: as a row of 6 bytes in a file of 2 x 2 pixels.
    byte[] unit =
        new TiffFixture(6, 1)
            .tag(262, SHORT, 6)
            .tag(530, SHORT, 2, 2)
            .file(10, 20, 30, 40, 128, 128);
    TiffDirectoryPatch.set(unit, 256, 2);
    TiffDirectoryPatch.set(unit, 257, 2);
    TiffDirectoryPatch.set(unit, 277, 3);
    TiffDirectoryPatch.set(unit, 278, 2);
    double[][] rgb = Decoded.of(new TiffDecoder(), unit).samples();
    assertThat(rgb[0]).containsExactly(10, 20, 30, 40);
    assertThat(rgb[2]).containsExactly(10, 20, 30, 40);
  }

  @Test
  void labBecomesRgb() throws IOException {
    // skimage.color.lab2rgb([[[53.3, 80, 67]]], illuminant='D50') is close to pure red.
    double[][] rgb =
        decode(new TiffFixture(2, 1).samples(3).tag(262, SHORT, 8), 136, 80, 67, 255, 0, 0);
    assertThat(rgb[0][0]).isGreaterThan(245);
    assertThat(rgb[1][0]).isLessThan(30);
    assertThat(new double[] {rgb[0][1], rgb[1][1], rgb[2][1]}).containsExactly(255, 255, 255);
  }

  @Test
  void jpegStripIsReadWithItsTables() throws IOException {
    // b = io.BytesIO(); Image.new('RGB', (16, 16), (200, 100, 50)).save(b, 'TIFF',
    // compression='jpeg'); base64.b64encode(b.getvalue()); decoded by Pillow: (200, 100, 50)
    double[][] rgb =
        Decoded.of(new TiffDecoder(), Base64.getDecoder().decode(JPEG_IN_TIFF)).samples();
    assertThat(rgb[0]).hasSize(256).containsOnly(200);
    assertThat(rgb[1]).containsOnly(100);
    assertThat(rgb[2]).containsOnly(50);
  }

  @Test
  void faxCodesAreReadByTheLibrary() throws IOException {
    // im = Image.new('1', (16, 4), 0); putpixel (3, 1) and (4, 1) = 1; save(compression='group4')
    double[][] grey =
        Decoded.of(
                new TiffDecoder(),
                Base64.getDecoder()
                    .decode(
                        "SUkqAA4AAACY44AIAIAJAAABAwABAAAAEAAAAAEBAwABAAAABAAAAAIBAwABAAAAAQAAAAMB"
                            + "AwABAAAABAAAAAYBAwABAAAAAQAAABEBBAABAAAACAAAABYBAwABAAAABAAAABcBBAAB"
                            + "AAAABgAAABwBAwABAAAAAQAAAAAAAAA="))
            .samples();
    for (int i = 0; i < 64; i++) {
      assertThat(grey[0][i]).isEqualTo(i == 19 || i == 20 ? 255 : 0);
    }
  }

  private static final String JPEG_IN_TIFF =
      "SUkqADoAAAD/2P/AABEIABAAEANSEQBHEQBCEQD/2gAMA1IARwBCAAA/APSKw68xooooooooor//2QsAAAED"
          + "AAEAAAAQAAAAAQEDAAEAAAAQAAAAAgEDAAMAAADEAAAAAwEDAAEAAAAHAAAABgEDAAEAAAACAAAAEQEEAAEA"
          + "AAAIAAAAFQEDAAEAAAADAAAAFgEDAAEAAAAQAAAAFwEEAAEAAAAyAAAAHAEDAAEAAAABAAAAWwEHACEBAADK"
          + "AAAAAAAAAAgACAAIAP/Y/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMc"
          + "HCg3KSwwMTQ0NB8nOT04MjwuMzQy/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgED"
          + "AwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0"
          + "NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
          + "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9k=";
}
