package dev.astrocat.thumbs.formats.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** GIF: the first frame in its place. */
class GifDecoderTest {

  /** A frame of 2 x 1 pixels, indexes 1 and 2, of the palette black, red, green, blue. */
  private static byte[] gif(int canvasWidth, int canvasHeight, int left, int top) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'G', 'I', 'F', '8', '9', 'a'});
    words(out, canvasWidth, canvasHeight);
    out.writeBytes(new byte[] {(byte) 0x81, 0, 0});
    out.writeBytes(new byte[] {0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, -1});
    out.writeBytes(new byte[] {0x21, (byte) 0xFE, 2, 'h', 'i', 0}); // a comment
    out.write(0x2C);
    words(out, left, top, 2, 1);
    // Codes of 3 bits, lowest first: Clear 4, 1, 2, End 5
    int codes = 4 | 1 << 3 | 2 << 6 | 5 << 9;
    out.writeBytes(new byte[] {0, 2, 2, (byte) codes, (byte) (codes >> 8), 0, 0x3B});
    return out.toByteArray();
  }

  private static void words(ByteArrayOutputStream out, int... values) {
    for (int value : values) {
      out.write(value);
      out.write(value >> 8);
    }
  }

  @Test
  void frameThatFillsTheCanvasIsThePicture() throws IOException {
    Decoded decoded = Decoded.of(new GifDecoder(), gif(2, 1, 0, 0));
    assertThat(decoded.samples()[0]).containsExactly(255, 0);
    assertThat(decoded.samples()[1]).containsExactly(0, 255);
  }

  @Test
  void smallFrameLiesInItsPlaceOnBlack() throws IOException {
    Decoded decoded = Decoded.of(new GifDecoder(), gif(4, 3, 1, 2));
    assertThat(decoded.info().width()).isEqualTo(4);
    assertThat(decoded.info().height()).isEqualTo(3);
    assertThat(decoded.samples()[0]).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0);
    assertThat(decoded.samples()[1]).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0);
  }

  @Test
  void canvasOfNoSizeIsAsLargeAsItsFrame() throws IOException {
    assertThat(Decoded.of(new GifDecoder(), gif(0, 0, 0, 0)).info().width()).isEqualTo(2);
  }

  @Test
  void hugeCanvasIsRefused() {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> Decoded.of(new GifDecoder(), gif(65_535, 65_535, 0, 0)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_DIMENSIONS));
  }
}
