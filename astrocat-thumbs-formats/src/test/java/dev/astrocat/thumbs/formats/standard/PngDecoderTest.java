package dev.astrocat.thumbs.formats.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** PNG of every depth and colour type. */
class PngDecoderTest {

  private static Decoded decode(byte[] file) throws IOException {
    return Decoded.of(new PngDecoder(), file);
  }

  private static void assertFails(byte[] file, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> decode(file))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void greyOfFewBitsIsSpreadOver255() throws IOException {
    assertThat(decode(new PngFixture(3, 1, 1, 0).file(0, 0b0110_0000)).samples()[0])
        .containsExactly(0, 255, 255);
    assertThat(decode(new PngFixture(4, 1, 2, 0).file(0, 0b00_01_10_11)).samples()[0])
        .containsExactly(0, 85, 170, 255);
    assertThat(decode(new PngFixture(2, 1, 4, 0).file(0, 0x2F)).samples()[0])
        .containsExactly(34, 255);
  }

  @Test
  void sixteenBitsKeepTheirValues() throws IOException {
    Decoded grey = decode(new PngFixture(2, 1, 16, 0).file(0, 0x12, 0x34, 0xFF, 0xFE));
    assertThat(grey.info().type()).isEqualTo(SampleType.U16);
    assertThat(grey.info().nature()).isEqualTo(PixelNature.UNKNOWN);
    assertThat(grey.samples()[0]).containsExactly(0x1234, 0xFFFE);
    Decoded rgb = decode(new PngFixture(1, 1, 16, 2).file(0, 1, 2, 3, 4, 5, 6));
    assertThat(rgb.samples()[0]).containsExactly(0x0102);
    assertThat(rgb.samples()[2]).containsExactly(0x0506);
  }

  @Test
  void alphaIsComposedOverBlack() throws IOException {
    Decoded rgba = decode(new PngFixture(1, 1, 8, 6).file(0, 200, 100, 50, 128));
    assertThat(rgba.info().channels()).isEqualTo(3);
    // 200 * 128 / 255 = 100.4, 100 * 128 / 255 = 50.2, 50 * 128 / 255 = 25.1
    assertThat(rgba.samples()[0]).containsExactly(100);
    assertThat(rgba.samples()[1]).containsExactly(50);
    assertThat(rgba.samples()[2]).containsExactly(25);
    Decoded grey = decode(new PngFixture(1, 1, 16, 4).file(0, 0x80, 0, 0x40, 0));
    assertThat(grey.info().channels()).isEqualTo(1);
    assertThat(grey.samples()[0]).containsExactly(8192); // 32768 * 16384 / 65535 = 8192.1
  }

  @Test
  void paletteWithTransparencyIsLookedUp() throws IOException {
    Decoded decoded =
        decode(
            new PngFixture(2, 1, 8, 3)
                .chunk("PLTE", (byte) 255, (byte) 0, (byte) 10, (byte) 90, (byte) 80, (byte) 70)
                .chunk("tRNS", (byte) 0)
                .file(0, 0, 1));
    assertThat(decoded.samples()[0]).containsExactly(0, 90);
    assertThat(decoded.samples()[2]).containsExactly(0, 70);
  }

  @Test
  void greyPaletteIsOneChannel() throws IOException {
    Decoded decoded =
        decode(
            new PngFixture(2, 1, 1, 3)
                .chunk("PLTE", (byte) 9, (byte) 9, (byte) 9, (byte) 7, (byte) 7, (byte) 7)
                .file(0, 0b0100_0000));
    assertThat(decoded.samples()).hasNumberOfRows(1);
    assertThat(decoded.samples()[0]).containsExactly(9, 7);
  }

  @Test
  void exifChunkTurnsThePicture() throws IOException {
    byte[] exif =
        "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\10\0\0\0\0\0\0\0"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = new PngFixture(1, 1, 8, 0).chunk("eXIf", exif).file(0, 1);
    assertThat(decode(file).info().orientation()).isEqualTo(Orientation.ROTATE_270);
  }

  @Test
  void embeddedProfileIsConvertedForEightAndSixteenBits() throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes("linear\0\0".getBytes(StandardCharsets.ISO_8859_1));
    chunk.writeBytes(
        PngFixture.deflated(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()));
    byte[] eight =
        new PngFixture(1, 1, 8, 2).chunk("iCCP", chunk.toByteArray()).file(0, 128, 128, 128);
    assertThat(decode(eight).samples()[1][0]).isCloseTo(188, offset(2.0));
    byte[] sixteen =
        new PngFixture(1, 1, 16, 2)
            .chunk("iCCP", chunk.toByteArray())
            .file(0, 128, 0, 128, 0, 128, 0);
    assertThat(decode(sixteen).samples()[1][0]).isCloseTo(188 * 257, offset(257.0));
  }

  @Test
  void sizesThatLieAreRefusedBeforeTheyAreRead() throws IOException {
    assertFails(new PngFixture(0, 5, 8, 0).file(0), ErrorCode.DATA_MALFORMED);
    assertFails(new PngFixture(100_000, 100_000, 1, 0).file(0), ErrorCode.LIMIT_DIMENSIONS);
    assertFails(new PngFixture(-1, 1, 8, 0).file(0), ErrorCode.LIMIT_DIMENSIONS);
    assertFails(new PngFixture(15_000, 15_000, 16, 6).file(0), ErrorCode.LIMIT_MEMORY);
    assertFails(new PngFixture(1, 1, 8, 5).file(0, 1), ErrorCode.DATA_MALFORMED);
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    int[] rows = new int[62];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % 31 == 0 ? 0 : i * i * 37 % 251;
    }
    byte[] file = new PngFixture(30, 2, 8, 0).file(rows);
    int behindTheRows = 12 + 8; // IEND, and the two checksums of IDAT
    for (int length = 9; length < file.length - behindTheRows; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatExceptionOfType(Exception.class)
          .isThrownBy(() -> decode(cut))
          .satisfies(
              e ->
                  assertThat(e instanceof EOFException || e instanceof ThumbnailException)
                      .as("%s", e)
                      .isTrue());
    }
  }
}
