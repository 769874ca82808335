package dev.astrocat.thumbs.formats.unsupported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors name the format. */
class UnsupportedDecoderTest {

  @ParameterizedTest
  @CsvSource({
    "'\0\0\0\u001Cftypavif\0\0\0\0avifmif1miaf', AVIF",
    "'\0\0\0\u001Cftypmif1\0\0\0\0mif1avifmiaf', AVIF",
    "'\0\0\0\u0018ftypheic\0\0\0\0mif1heic', HEIF",
    "'\0\0\0\u000CjP  \r\n\u0087\n', JPEG 2000",
    "'\u00FFO\u00FFQ\0', JPEG 2000",
    "'\u00FF\n\u00FA\u001F', JPEG XL",
    "'#?RADIANCE\n', Radiance",
    "'v/1\u0001\u0002\0\0\0', OpenEXR",
    "'DDS |\0\0\0', DDS",
    "'BZh91AY&SY', bzip2",
    "'<?xml version=\"1.0\"?> <!-- a --> <svg xmlns=\"x\">', SVG"
  })
  void formatIsNamed(String content, String name) throws IOException {
    byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Decoded.probe(new UnsupportedDecoder(), "any.bin", file)).isEqualTo(Match.BY_NAME);
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> Decoded.of(new UnsupportedDecoder(), file))
        .withMessageContaining(name)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
  }

  @Test
  void cameraRawIsLeftToItsDecoders() throws IOException {
    byte[] cr3 = "\0\0\0\u0018ftypcrx \0\0\0\1crx isom".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Decoded.probe(new UnsupportedDecoder(), "a.cr3", cr3)).isEqualTo(Match.NO);
  }

  @Test
  void unknownBytesAreNotClaimed() throws IOException {
    for (byte[] file :
        new byte[][] {{}, {0}, new byte[64], "<html><svg/>".getBytes(StandardCharsets.UTF_8)}) {
      assertThat(Decoded.probe(new UnsupportedDecoder(), "a.heic", file)).isEqualTo(Match.NO);
    }
  }
}
