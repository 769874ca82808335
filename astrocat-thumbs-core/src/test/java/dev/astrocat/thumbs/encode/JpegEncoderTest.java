package dev.astrocat.thumbs.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.testing.TestPictures;
import dev.astrocat.thumbs.testing.ThumbnailEncoderContract;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JpegEncoderTest extends ThumbnailEncoderContract {

  private static final int JFIF_MINOR_VERSION = 12;

  @Override
  protected ThumbnailEncoder encoder() {
    return new JpegEncoder();
  }

  /**
   * Recorded from Pillow 9.4 with libjpeg-turbo 2.1:
   *
   * <pre>{@code
   * y, x = np.mgrid[0:67, 0:101]
   * p = [((x*x//7 + y*(3+c) + x*y%13) // 2 & 255).astype('uint8') for c in range(channels)]
   * b = io.BytesIO()
   * Image.fromarray(p[0] if channels == 1 else np.dstack(p)).save(b, 'JPEG', quality=85)
   * b = b.getvalue(); hashlib.sha256(b[:12] + b'\1' + b[13:]).hexdigest()
   * }</pre>
   */
  @ParameterizedTest
  @CsvSource({
    "1, d091bc07a75eedba8fd29dbcc27b48d48c5eea9904c58913bf29a7cba8b8396a",
    "3, 9f1216304bc6c43a5b3e8f5a344f4e8cded7e00a0738140a7de01adc45ec40af"
  })
  void everyByteButTheMinorVersionIsPillows(int channels, String sha256)
      throws IOException, NoSuchAlgorithmException {
    byte[] jpeg = encoder().encode(TestPictures.ramp(101, 67, channels));
    jpeg[JFIF_MINOR_VERSION] = 1;
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(jpeg);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
  }

  @Test
  void theNoteIsACommentRightBehindTheJfifHeader() throws IOException {
    byte[] plain = encoder().encode(TestPictures.ramp(9, 9, 1));
    byte[] noted = encoder().withNote(plain, new byte[] {'a', '\n'});
    assertThat(encoder().findNote(noted))
        .hasValue(new ThumbnailEncoder.NoteSpan(20, 20 + 4 + 16 + 2, 40, 42));
    assertThat(HexFormat.of().formatHex(noted, 18, 26))
        .isEqualTo("0000" + "fffe" + "0014" + "6173");
  }
}
