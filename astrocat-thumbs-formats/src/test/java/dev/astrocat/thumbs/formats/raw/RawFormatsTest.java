package dev.astrocat.thumbs.formats.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RawFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "'\0\0\0\u0018ftypcrx \0\0\0\1crx isom', CR3",
    "'FUJIFILMCCD-RAW 0201', RAF",
    "'II\u001A\0\0\0HEAPCCDR', CRW",
    "'\0MRM\0\0\0\0', MRW",
    "'FOVb\0\0\0\0', X3F",
    "'II*\0\u0010\0\0\0CR\u0002\0', CR2",
    "'IIRO\b\0\0\0', ORF",
    "'IIU\0\b\0\0\0', RW2"
  })
  void formatIsKnownByItsFirstBytes(String content, String name) throws IOException {
    assertThat(kind(content)).get().asString().contains(name);
  }

  @Test
  void otherBytesAreNone() throws IOException {
    assertThat(kind("")).isEmpty();
    assertThat(kind("\0\0\0\u0018ftypisom\0\0\0\1crX isom")).isEmpty();
    assertThat(kind("II*\0\b\0\0\0")).isEmpty();
  }

  private static Optional<String> kind(String content) throws IOException {
    byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
    try (SourceBytes bytes = ImageSource.of("any.bin", file).open(Limits.defaults())) {
      return RawFormats.kind(new SourceHead(bytes));
    }
  }
}
