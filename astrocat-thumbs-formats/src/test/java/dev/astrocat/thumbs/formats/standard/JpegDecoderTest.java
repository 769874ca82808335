package dev.astrocat.thumbs.formats.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import dev.astrocat.thumbs.formats.jpeg.JpegFixture;
import dev.astrocat.thumbs.formats.jpeg.JpegHeaders;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** JPEG files as cameras write them, and as attackers do. */
class JpegDecoderTest {

  private static void assertFails(byte[] file, ErrorCode code, String message) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> Decoded.of(new JpegDecoder(), file))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void colourIsThreeChannels() throws IOException {
    for (byte[] file :
        new byte[][] {
          JpegFixture.plain(20, 9, 0xC86432), JpegFixture.progressive(20, 9, 0xC86432)
        }) {
      Decoded decoded = Decoded.of(new JpegDecoder(), file);
      assertThat(decoded.info().nature()).isEqualTo(PixelNature.DISPLAY_READY);
      assertThat(decoded.info().decisions()).isEmpty();
      assertThat(decoded.samples()[0]).hasSize(180);
      assertThat(decoded.samples()[0][0]).isCloseTo(200, offset(2.0));
      assertThat(decoded.samples()[1][179]).isCloseTo(100, offset(2.0));
      assertThat(decoded.samples()[2][90]).isCloseTo(50, offset(2.0));
    }
  }

  @Test
  void greyKeepsItsLevels() throws IOException {
    Decoded decoded = Decoded.of(new JpegDecoder(), JpegFixture.grey(8, 8, 77));
    assertThat(decoded.samples()).hasNumberOfRows(1);
    assertThat(decoded.samples()[0]).containsOnly(77); // no gamma
  }

  @Test
  void adobeInksBecomeRgb() throws IOException {
    // Image.new('CMYK', (8, 8), (255, 0, 0, 0)).save(b, 'JPEG', quality=100)
    byte[] file =
        Base64.getDecoder()
            .decode(
                "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
                    + "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8A"
                    + "AAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUS"
                    + "ITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElK"
                    + "U1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4"
                    + "ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD/"
                    + "AD/6/v4r+/iv7+K//9k=");
    Decoded decoded = Decoded.of(new JpegDecoder(), file);
    assertThat(decoded.info().channels()).isEqualTo(3);
    assertThat(decoded.samples()[0][0]).isLessThan(60); // cyan, however it is converted
    assertThat(decoded.samples()[2][0]).isGreaterThan(150);
  }

  @Test
  void exifOrientationIsPassedOn() throws IOException {
    byte[] file = JpegFixture.turned(JpegFixture.plain(8, 4, 0), 6);
    assertThat(Decoded.of(new JpegDecoder(), file).info().orientation())
        .isEqualTo(Orientation.ROTATE_90);
  }

  @Test
  void profileOfOtherColoursIsConvertedAndThatOfSrgbIsNot() throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    Decoded decoded = Decoded.of(new JpegDecoder(), withProfile(linear));
    // 12.92-and-2.4 curve of 128 / 255: 188
    assertThat(decoded.samples()[0][0]).isCloseTo(188, offset(2.0));
    assertThat(decoded.info().decisions()).extracting(Decision::name).contains("colour");

    byte[] same = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    assertThat(Decoded.of(new JpegDecoder(), withProfile(same)).samples()[0][0]).isEqualTo(128);
  }

  @Test
  void brokenProfileLeavesPixelsAsTheyAre() throws IOException {
    byte[] broken = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    Arrays.fill(broken, 128, broken.length, (byte) 0xEE);
    assertThat(Decoded.of(new JpegDecoder(), withProfile(broken)).samples()[0][0]).isEqualTo(128);
  }

  private static byte[] withProfile(byte[] profile) throws IOException {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
    segment.writeBytes(profile);
    return JpegFixture.withSegment(JpegFixture.plain(8, 8, 0x808080), 0xE2, segment.toByteArray());
  }

  @Test
  void moreThanAHundredScansAreRefusedAtOnce() throws IOException {
    byte[] file = JpegFixture.progressive(64, 64, 0x123456);
    byte[] bomb = JpegFixture.withScans(file, JpegHeaders.MAX_SCANS);
    assertFails(bomb, ErrorCode.DATA_MALFORMED, "too many scans");
    assertThat(Decoded.of(new JpegDecoder(), JpegFixture.withScans(file, 3)).info().width())
        .isEqualTo(64);
  }

  @Test
  void scansCountMoreInLargePictures() throws IOException {
    byte[] file = JpegFixture.withScans(JpegFixture.progressive(8, 8, 0), 60);
    resize(file, 10_000, 10_000);
    assertFails(file, ErrorCode.DATA_MALFORMED, "too many scans");
  }

  @Test
  void sizeWithoutDataIsRefusedBeforeMemoryIsTaken() throws IOException {
    byte[] file = JpegFixture.plain(8, 8, 0);
    resize(file, 15_000, 15_000);
    assertFails(file, ErrorCode.DATA_TRUNCATED, "15000 x 15000");
    resize(file, 65_500, 65_500);
    assertFails(file, ErrorCode.LIMIT_DIMENSIONS, "65500");
  }

  private static void resize(byte[] file, int width, int height) {
    int at = 2;
    while (file[at + 1] != (byte) 0xC0 && file[at + 1] != (byte) 0xC2) {
      at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
    }
    file[at + 5] = (byte) (height >> 8);
    file[at + 6] = (byte) height;
    file[at + 7] = (byte) (width >> 8);
    file[at + 8] = (byte) width;
  }

  @Test
  void arithmeticAndTwelveBitFramesAreNamed() throws IOException {
    byte[] file = JpegFixture.plain(8, 8, 0);
    int frame = 0;
    while (file[frame] != (byte) 0xFF || file[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    byte[] twelve = file.clone();
    twelve[frame + 1] = (byte) 0xC1;
    twelve[frame + 4] = 12;
    assertFails(twelve, ErrorCode.FORMAT_UNSUPPORTED, "12 bits");
    byte[] arithmetic = file.clone();
    arithmetic[frame + 1] = (byte) 0xC9;
    assertFails(arithmetic, ErrorCode.FORMAT_UNSUPPORTED, "arithmetic");
  }

  @Test
  void fileThatEndsEarlyShowsWhatItHas() throws IOException {
    byte[] file = JpegFixture.plain(64, 64, 0xFFFFFF);
    Decoded decoded = Decoded.of(new JpegDecoder(), Arrays.copyOf(file, file.length - 20));
    assertThat(decoded.samples()[0][0]).isEqualTo(255);
    assertThat(decoded.info().decisions()).extracting(Decision::name).contains("complete");
  }

  @Test
  void everyCutIsAPictureOrATypedError() throws IOException {
    byte[] file = JpegFixture.turned(JpegFixture.progressive(40, 40, 0x336699), 3);
    for (int length = 2; length < file.length; length += 5) {
      byte[] cut = Arrays.copyOf(file, length);
      try {
        assertThat(Decoded.of(new JpegDecoder(), cut).info().width()).isEqualTo(40);
      } catch (ThumbnailException | java.io.EOFException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  @Test
  void thousandsOfSegmentsAreWalkedQuickly() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] file = JpegFixture.plain(8, 8, 0xFFFFFF);
    out.write(file, 0, 2);
    for (int i = 0; i < 50_000; i++) {
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xEF, 0, 3, 0});
    }
    out.write(file, 2, file.length - 2);
    assertThat(Decoded.of(new JpegDecoder(), out.toByteArray()).samples()[0][0]).isEqualTo(255);
  }

  @Test
  void deadlineStopsTheDecoder() throws IOException {
    Limits limits = Limits.defaults().withMaxDecodeTime(Duration.ofNanos(1));
    DecodeContext context = new DecodeContext(limits, ImageSelection.DEFAULT);
    try (SourceBytes source = ImageSource.of("a.jpg", JpegFixture.plain(8, 8, 0)).open(limits)) {
      assertThatExceptionOfType(LimitException.class)
          .isThrownBy(() -> new JpegDecoder().open(source, context))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_TIME));
    }
  }

  @Test
  void contentIsRecognisedUnderAnyName() throws IOException {
    assertThat(Decoded.probe(new JpegDecoder(), "a.png", JpegFixture.plain(8, 8, 0)))
        .isEqualTo(Match.BY_CONTENT);
    assertThat(Decoded.probe(new JpegDecoder(), "a.jpg", new byte[] {1, 2, 3})).isEqualTo(Match.NO);
  }
}
