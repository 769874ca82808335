package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a source without making a picture of it. */
final class InspectionTest {

  private static final PlainDecoder PLAIN = new PlainDecoder("plain", Match.BY_CONTENT);

  @Test
  void headersTellSizeAndDecoder() {
    Inspection inspection =
        inspect(PLAIN, ImageSource.of("a.plain", PlainDecoder.file(4, 3, new short[12])));
    assertThat(inspection.decoder()).isEqualTo("plain");
    assertThat(inspection.info().width()).isEqualTo(4);
    assertThat(inspection.info().height()).isEqualTo(3);
  }

  @Test
  void aDecoderThatKnowsAShorterWayIsNotOpened() {
    Inspection inspection = inspect(new Headed(), ImageSource.of("a.x", new byte[9]));
    assertThat(inspection.info().width()).isEqualTo(7);
    assertThat(inspection.classification().kind()).isEqualTo(FrameKind.DARK);
  }

  @Test
  void failuresCarryTheirCodes() {
    assertCode(ImageSource.of("a.plain", new byte[0]), ErrorCode.DATA_TRUNCATED);
    assertCode(ImageSource.of("a.plain", new byte[4]), ErrorCode.DATA_MALFORMED);
    assertCode(ImageSource.of("a.plain", PlainDecoder.file(-1, -1)), ErrorCode.LIMIT_DIMENSIONS);
    assertCode(ImageSource.of(Path.of("missing.plain")), ErrorCode.SOURCE_NOT_FOUND);
  }

  @Test
  void whatADecoderDoesNotForeseeIsTranslated() {
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> inspect(new Careless(), ImageSource.of("a.x", new byte[9])))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_MALFORMED));
  }

  @Test
  void extensionsAreThoseOfAllDecoders() {
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().onlyDecoders(PLAIN, new Headed()).build()) {
      assertThat(thumbnails.extensions()).contains("x").containsAll(PLAIN.extensions());
    }
  }

  private static void assertCode(ImageSource source, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> inspect(PLAIN, source))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Inspection inspect(FormatDecoder decoder, ImageSource source) {
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().onlyDecoders(decoder).build()) {
      return thumbnails.inspect(source);
    }
  }

  /** Tells from the headers, and has no pixels to open. */
  private static class Headed implements FormatDecoder {

    @Override
    public String id() {
      return "headed";
    }

    @Override
    public Set<String> extensions() {
      return Set.of("x");
    }

    @Override
    public Match probe(SourceHead head) {
      return Match.BY_CONTENT;
    }

    @Override
    public PixelSource open(SourceBytes source, DecodeContext context) {
      throw new AssertionError("nobody wants pixels");
    }

    @Override
    public ImageInfo inspect(SourceBytes source, DecodeContext context) {
      return ImageInfo.of(7, 5, 1, SampleType.U16)
          .withEvidence(List.of(new Evidence("IMAGETYP", "Dark Frame")));
    }
  }

  /** Trips over its own feet. */
  private static final class Careless extends Headed {

    @Override
    public ImageInfo inspect(SourceBytes source, DecodeContext context) {
      throw new IllegalStateException("unforeseen");
    }
  }
}
