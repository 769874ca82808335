package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XisfThumbnailTest {

  private static final XisfThumbnailDecoder DECODER = new XisfThumbnailDecoder();

  private static XisfElement complex(int width, int height) {
    return XisfElement.image("Complex32", width, height, 1).block(XisfBlock.of(new byte[8]));
  }

  private static XisfElement thumbnail(int width, int height, int level) {
    byte[] samples = new byte[width * height];
    Arrays.fill(samples, (byte) level);
    return new XisfElement("Thumbnail")
        .attribute("geometry", width + ":" + height + ":1")
        .attribute("sampleFormat", "UInt8")
        .block(XisfBlock.of(samples));
  }

  private static void assertRefused(XisfElement image) {
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> Decoded.of(DECODER, XisfFixture.of(image)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
  }

  @Test
  void thumbnailOfAnUnreadableImageIsShown() throws IOException {
    byte[] file = XisfFixture.of(complex(640, 480).child(thumbnail(32, 24, 200)));
    Decoded shown = Decoded.of(DECODER, file);
    assertThat(shown.info().width()).isEqualTo(32);
    assertThat(shown.info().nature()).isEqualTo(PixelNature.DISPLAY_READY);
    assertThat(shown.info().rowOrder()).isEqualTo(RowOrder.TOP_DOWN);
    assertThat(shown.samples()[0]).containsOnly(200);
    assertThat(Decoded.probe(DECODER, "a.xisf", file)).isEqualTo(Match.BY_PREVIEW);
  }

  @Test
  void turnedThumbnailIsShown() throws IOException {
    byte[] file = XisfFixture.of(complex(640, 480).child(thumbnail(24, 32, 200)));
    assertThat(Decoded.of(DECODER, file).info().height()).isEqualTo(32);
  }

  @Test
  void thumbnailByReferenceIsShown() throws IOException {
    XisfElement image = complex(640, 480).child(new XisfElement("Reference").attribute("ref", "t"));
    byte[] file = XisfFixture.of(image, thumbnail(32, 24, 200).attribute("uid", "t"));
    assertThat(Decoded.of(DECODER, file).info().width()).isEqualTo(32);
  }

  @Test
  void thumbnailThatIsNotFitIsRefused() {
    assertRefused(complex(640, 480));
    assertRefused(complex(640, 480).child(thumbnail(32, 24, 40)));
    assertRefused(complex(640, 480).child(thumbnail(12, 9, 200)));
    assertRefused(complex(640, 480).child(thumbnail(32, 24, 200).attribute("location", "nowhere")));
    assertRefused(complex(640, 480).child(thumbnail(32, 32, 200)));
    assertRefused(
        complex(64, 48).child(thumbnail(32, 24, 200).attribute("sampleFormat", "Float32")));
  }
}
