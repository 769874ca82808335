package dev.astrocat.thumbs.formats.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.Orientation;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What ancillary chunks do to a picture, and what they do not. */
class PngColourTest {

  private static final int[] TURNED = {
    'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
  };

  private static PngFixture grey() {
    return new PngFixture(1, 1, 8, 2);
  }

  private static byte[] profile(byte[] icc) {
    return PngFixture.join(new byte[] {'p', 0, 0}, PngFixture.deflate(icc));
  }

  private static byte[] linear() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  /** IEC 61966-2-1: 1.055 * (128 / 255) ^ (1 / 2.4) - 0.055 = 0.7370, times 255 = 187.9. */
  @Test
  void anEmbeddedProfileIsConvertedToSrgb() throws IOException {
    byte[] file = grey().chunk("iCCP", profile(linear())).write((x, y, s) -> 128);
    for (int[] plane : DecodedPng.of(file).samples()) {
      assertThat(plane[0]).isCloseTo(188, Offset.offset(1));
    }
  }

  @Test
  void theChunkSrgbWinsOverAProfile() throws IOException {
    byte[] file = grey().chunk("iCCP", profile(linear())).chunk("sRGB", 0).write((x, y, s) -> 128);
    assertThat(DecodedPng.of(file).samples()[0]).containsExactly(128);
  }

  @Test
  void brokenProfilesAreIgnored() throws IOException {
    byte[] tooLong = linear();
    tooLong[0] = 0x7F;
    byte[] sound = profile(linear());
    byte[][] chunks = {
      {},
      {'p'},
      {'p', 0},
      {'p', 0, 0},
      profile(tooLong),
      profile(new byte[200]),
      Arrays.copyOf(sound, sound.length / 2),
      {'p', 0, 0, 1, 2, 3, 4, 5}
    };
    for (byte[] chunk : chunks) {
      byte[] file = grey().chunk("iCCP", chunk).write((x, y, s) -> 128);
      assertThat(DecodedPng.of(file).samples()[0]).containsExactly(128);
    }
  }

  @Test
  void exifTurnsThePictureFromEitherSideOfThePixels() throws IOException {
    byte[] before = grey().chunk("eXIf", TURNED).write((x, y, s) -> 1);
    assertThat(DecodedPng.of(before).info().orientation()).isEqualTo(Orientation.ROTATE_90);

    byte[] plain = grey().write((x, y, s) -> 1);
    byte[] start = Arrays.copyOf(plain, plain.length - 12);
    byte[] end = Arrays.copyOfRange(plain, plain.length - 12, plain.length);
    byte[] chunk = new PngFixture(1, 1, 8, 2).chunk("eXIf", TURNED).head();
    byte[] exif = Arrays.copyOfRange(chunk, 8 + 25, chunk.length);
    byte[] behind = PngFixture.join(start, exif, end);
    assertThat(DecodedPng.of(behind).info().orientation()).isEqualTo(Orientation.ROTATE_90);
    byte[] behindTheEnd = PngFixture.join(start, end, exif);
    assertThat(DecodedPng.of(behindTheEnd).info().orientation()).isEqualTo(Orientation.IDENTITY);
  }

  @Test
  void gammaChangesNothing() throws IOException {
    byte[] file = grey().chunk("gAMA", 0, 1, 0x86, 0xA0).write((x, y, s) -> 128);
    assertThat(DecodedPng.of(file).samples()[0]).containsExactly(128);
  }
}
