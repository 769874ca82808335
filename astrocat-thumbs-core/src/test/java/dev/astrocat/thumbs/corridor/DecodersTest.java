package dev.astrocat.thumbs.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DecodersTest {

  @Test
  void contentBeatsName() throws IOException {
    assertThat(
            choice(new PlainDecoder("a", Match.BY_NAME), new PlainDecoder("b", Match.BY_CONTENT)))
        .isEqualTo("b");
    assertThat(choice(new PlainDecoder("a", Match.NO), new PlainDecoder("b", Match.BY_NAME)))
        .isEqualTo("b");
  }

  @Test
  void ofEquallySureOnesTheFirstIdIsTaken() throws IOException {
    PlainDecoder a = new PlainDecoder("a", Match.BY_CONTENT);
    PlainDecoder b = new PlainDecoder("b", Match.BY_CONTENT);
    assertThat(choice(b, a)).isEqualTo("a");
    assertThat(choice(a, b)).isEqualTo("a");
  }

  @Test
  void unknownContentSaysWhichDecodersThereAre() {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> choice(new PlainDecoder("fits", Match.NO)))
        .withMessageContaining("fits")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNKNOWN));
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(DecodersTest::choice)
        .withMessageContaining("astrocat-thumbs-formats");
  }

  @Test
  void anEmptyFileIsTruncated() throws IOException {
    try (SourceBytes empty = ImageSource.of("a.fits", new byte[0]).open(Limits.defaults())) {
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(() -> new Decoders(List.of()).select(empty))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_TRUNCATED));
    }
  }

  private static String choice(PlainDecoder... decoders) throws IOException {
    try (SourceBytes bytes = ImageSource.of("a.fits", new byte[9]).open(Limits.defaults())) {
      return new Decoders(List.of(decoders)).select(bytes).id();
    }
  }
}
