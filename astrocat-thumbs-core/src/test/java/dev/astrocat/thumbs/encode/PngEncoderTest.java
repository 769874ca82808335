package dev.astrocat.thumbs.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.testing.TestPictures;
import dev.astrocat.thumbs.testing.ThumbnailEncoderContract;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PngEncoderTest extends ThumbnailEncoderContract {

  @Override
  protected ThumbnailEncoder encoder() {
    return new PngEncoder();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 1, 3", "101, 67, 1", "101, 67, 3", "900, 700, 3"})
  void everySampleIsReadBack(int width, int height, int channels) throws IOException {
    Picture picture = TestPictures.ramp(width, height, channels);
    Raster read = decoded(encoder().encode(picture));
    assertThat(read.getNumBands()).isEqualTo(channels);
    for (int c = 0; c < channels; c++) {
      int[] samples = read.getSamples(0, 0, width, height, c, (int[]) null);
      byte[] plane = new byte[samples.length];
      for (int i = 0; i < samples.length; i++) {
        plane[i] = (byte) samples[i];
      }
      assertThat(plane).isEqualTo(picture.planes()[c]);
    }
  }

  @Test
  void aNotedFileIsReadBackToo() throws IOException {
    Picture picture = TestPictures.ramp(30, 20, 1);
    byte[] noted = encoder().withNote(encoder().encode(picture), new byte[] {'a', '=', '\n'});
    assertThat(decoded(noted).getSample(7, 5, 0)).isEqualTo(picture.planes()[0][5 * 30 + 7] & 0xFF);
  }

  /** Pillow needs 1,049 and 2,536 bytes for these pictures. */
  @ParameterizedTest
  @CsvSource({"1, 1049", "3, 2536"})
  void filesAreNoLargerThanLibpngs(int channels, int bytes) throws IOException {
    assertThat(encoder().encode(TestPictures.ramp(101, 67, channels)).length)
        .isLessThanOrEqualTo(bytes);
  }

  private static Raster decoded(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png)).getRaster();
  }
}
