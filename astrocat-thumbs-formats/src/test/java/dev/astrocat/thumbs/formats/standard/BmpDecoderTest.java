package dev.astrocat.thumbs.formats.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** BMP of every depth, with masks, runs and both row orders. */
class BmpDecoderTest {

  /** A file with a header of 40 bytes; {@code extra} is palette or masks. */
  private static byte[] bmp(
      int width, int height, int bits, int compression, byte[] extra, int... pixels) {
    ByteBuffer out =
        ByteBuffer.allocate(54 + extra.length + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0);
    out.putInt(54 + extra.length).putInt(40).putInt(width).putInt(height);
    out.putShort((short) 1).putShort((short) bits).putInt(compression).put(new byte[20]);
    out.put(extra);
    for (int pixel : pixels) {
      out.put((byte) pixel);
    }
    return out.array();
  }

  private static byte[] ints(int... values) {
    ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(out::putInt);
    return out.array();
  }

  private static double[][] decode(byte[] file) throws IOException {
    return Decoded.of(new BmpDecoder(), file).samples();
  }

  @Test
  void bottomRowIsStoredFirstUnlessHeightIsNegative() throws IOException {
    int[] pixels = {1, 2, 3, 0, 4, 5, 6, 0};
    assertThat(decode(bmp(1, 2, 24, 0, new byte[0], pixels))[0]).containsExactly(6, 3);
    assertThat(decode(bmp(1, -2, 24, 0, new byte[0], pixels))[0]).containsExactly(3, 6);
    assertThat(decode(bmp(1, -2, 24, 0, new byte[0], pixels))[2]).containsExactly(1, 4);
  }

  @Test
  void palettesOfOneTwoFourAndEightBitsAreLookedUp() throws IOException {
    byte[] two = ints(0x0A0B0C, 0xFFFFFF);
    assertThat(decode(bmp(3, 1, 1, 0, two, 0b0100_0000, 0, 0, 0))[0]).containsExactly(10, 255, 10);
    byte[] four = ints(0, 0x102030, 0x405060, 0x708090);
    assertThat(decode(bmp(4, 1, 2, 0, four, 0b00_01_10_11, 0, 0, 0))[1])
        .containsExactly(0, 0x20, 0x50, 0x80);
    byte[] sixteen = ints(new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x010203});
    assertThat(decode(bmp(2, 1, 4, 0, sixteen, 0x0F, 0, 0, 0))[2]).containsExactly(0, 3);
    // A palette that ends early: what is behind it is black.
    assertThat(decode(bmp(2, 1, 8, 0, ints(0x111111), 0, 200, 0, 0))[0]).containsExactly(0x11, 0);
  }

  @Test
  void masksOfAnyWidthAreSpreadOver255() throws IOException {
    assertThat(decode(bmp(1, 1, 16, 0, new byte[0], 0x1F, 0x7C, 0, 0))) // 5 bits each
        .isEqualTo(new double[][] {{255}, {0}, {255}});
    byte[] fields = ints(0xF800, 0x07E0, 0x001F);
    // 0b10000_100000_00001: 16 * 255 / 31 = 131.6, 32 * 255 / 63 = 129.5, 255 / 31 = 8.2
    assertThat(decode(bmp(1, 1, 16, 3, fields, 0x01, 0x84, 0, 0)))
        .isEqualTo(new double[][] {{132}, {130}, {8}});
    byte[] swapped = ints(0xFF000000, 0x00FF0000, 0x0000FF00);
    assertThat(decode(bmp(1, 1, 32, 3, swapped, 1, 2, 3, 4)))
        .isEqualTo(new double[][] {{4}, {3}, {2}});
  }

  @Test
  void runsLiteralsAndStepsAreDecoded() throws IOException {
    byte[] palette = ints(0, 0x0A0A0A, 0x141414, 0x1E1E1E);
    double[][] rle8 =
        decode(bmp(4, -2, 8, 1, palette, 2, 1, 0, 3, 2, 3, 1, 0, 0, 0, 0, 2, 2, 0, 1, 2, 0, 1));
    assertThat(rle8[0]).containsExactly(10, 10, 20, 30, 0, 0, 20, 0);
    double[][] rle4 = decode(bmp(5, -1, 4, 2, palette, 3, 0x12, 0, 1));
    assertThat(rle4[0]).containsExactly(10, 20, 10, 0, 0);
  }

  @Test
  void runsNeverLeaveThePicture() throws IOException {
    byte[] palette = ints(0, 0x0A0A0A);
    assertThat(decode(bmp(2, 1, 8, 1, palette, 255, 1, 0, 2, 255, 255, 9, 1, 0, 1))[0])
        .containsExactly(10, 10);
    assertThat(decode(bmp(2, 1, 8, 1, palette, 1, 1))[0]).containsExactly(10, 0);
  }

  @Test
  void runsOfAnEndlessRowAreNotCountedRound() throws IOException {
    int[] runs = new int[18_000_000]; // 255 pixels for every 2 bytes are more than 2^31
    for (int i = 0; i < runs.length; i += 2) {
      runs[i] = 255;
      runs[i + 1] = 1;
    }
    assertThat(decode(bmp(2, 1, 8, 1, ints(0, 0x0A0A0A), runs))[0]).containsExactly(10, 10);
  }

  @Test
  void missingRowsAndSizesThatLieAreTypedErrors() {
    byte[] file = bmp(3, 4, 24, 0, new byte[0], new int[40]);
    assertFails(file, ErrorCode.DATA_TRUNCATED);
    assertFails(bmp(0, 4, 24, 0, new byte[0]), ErrorCode.DATA_MALFORMED);
    assertFails(bmp(1 << 30, 1 << 30, 24, 0, new byte[0]), ErrorCode.LIMIT_DIMENSIONS);
    assertFails(bmp(1, Integer.MIN_VALUE, 24, 0, new byte[0]), ErrorCode.LIMIT_DIMENSIONS);
    for (int size : new int[] {-1, 0, 11, 13, 15, 125}) {
      byte[] header = bmp(1, 1, 24, 0, new byte[0], 1, 2, 3, 0);
      ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(14, size);
      assertFails(header, ErrorCode.DATA_MALFORMED);
    }
    assertFails(bmp(1, 1, 7, 0, new byte[0]), ErrorCode.DATA_MALFORMED);
    assertFails(bmp(1, 1, 24, 5, new byte[0]), ErrorCode.FORMAT_UNSUPPORTED);
  }

  private static void assertFails(byte[] file, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> decode(file))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
