package dev.astrocat.thumbs.formats.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import dev.astrocat.thumbs.testing.FormatDecoderContract;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** WebP, through the library. */
class WebpDecoderTest {

  // im = Image.new('RGB', (3, 2)); im.putdata([(10, 20, 30), (40, 50, 60), (70, 80, 90),
  // (100, 110, 120), (130, 140, 150), (255, 0, 1)]); ex = Image.Exif(); ex[0x112] = 6
  // im.save(b, 'WEBP', lossless=True, exif=ex.tobytes())
  private static final byte[] LOSSLESS =
      Base64.getDecoder()
          .decode(
              "UklGRmwAAABXRUJQVlA4WAoAAAAIAAAAAgAAAQAAVlA4TCsAAAAvAkAAAC8gFkxDEt2jTCyY/EHMNPd7"
                  + "rM1/lAAAH9S0bcCGOv9yakT/Y3oBAEVYSUYaAAAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=");

  @Test
  void losslessPixelsAndOrientationComeBack() throws IOException {
    Decoded decoded = Decoded.of(new WebpDecoder(), LOSSLESS);
    assertThat(decoded.samples()[0]).containsExactly(10, 40, 70, 100, 130, 255);
    assertThat(decoded.samples()[1]).containsExactly(20, 50, 80, 110, 140, 0);
    assertThat(decoded.samples()[2]).containsExactly(30, 60, 90, 120, 150, 1);
    assertThat(decoded.info().orientation()).isEqualTo(Orientation.ROTATE_90);
  }

  /** The header of 4000 x 4000 lossless pixels, then nine random bytes: the library reads zeros. */
  @Test
  void endlessZerosBehindTheEndAreNotWaitedFor() {
    byte[] file = Base64.getDecoder().decode("UklGRkBCDwBXRUJQVlA4TDRCDwAvn8/nA2C0ILs4UdnUeg==");

    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> Decoded.of(new WebpDecoder(), file))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_TRUNCATED));
  }

  @Test
  void everyCutAndMutationIsAPictureOrATypedError() throws IOException {
    for (int i = 12; i < LOSSLESS.length; i++) {
      byte[] changed = LOSSLESS.clone();
      changed[i] ^= (byte) 0xFF;
      for (byte[] file : new byte[][] {Arrays.copyOf(LOSSLESS, i), changed}) {
        try {
          assertThat(Decoded.of(new WebpDecoder(), file).info().width()).isPositive();
        } catch (ThumbnailException | EOFException e) {
          assertThat(e.getMessage()).isNotEmpty();
        }
      }
    }
  }

  @Nested
  class WebpContractTest extends FormatDecoderContract {

    @Override
    protected FormatDecoder decoder() {
      return new WebpDecoder();
    }

    @Override
    protected byte[] file() {
      return LOSSLESS;
    }
  }
}
