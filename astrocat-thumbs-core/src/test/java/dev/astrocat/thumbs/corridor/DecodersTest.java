package dev.astrocat.thumbs.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.HalfReadable;
import dev.astrocat.thumbs.testing.PlainDecoder;
import dev.astrocat.thumbs.testing.TestSamples;
import java.io.IOException;
import java.util.List;
import java.util.Set;
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
  void theNextInSurenessStandsInForOneThatDoesNotSupportTheVariant() throws IOException {
    byte[] file = PlainDecoder.file(1, 1, (short) 5);
    try (SourceBytes bytes = ImageSource.of("a.raw", file).open(Limits.defaults())) {
      Decoders decoders =
          new Decoders(
              List.of(
                  new Refusing("a", Match.BY_CONTENT),
                  new Refusing("b", Match.BY_NAME),
                  new PlainDecoder("c", Match.BY_PREVIEW)));

      Decoders.Opened opened = decoders.open(bytes, TestSamples.context(), attempt());

      assertThat(opened.decoder()).isEqualTo("c");
      assertThat(opened.fallback()).hasValue(new Decision("decoder", "c", "a refuses"));
    }
  }

  @Test
  void severalRefusalsAreToldTheSurestFirst() throws IOException {
    try (SourceBytes bytes = ImageSource.of("a.raw", new byte[4]).open(Limits.defaults())) {
      Decoders decoders =
          new Decoders(
              List.of(new Refusing("a", Match.BY_PREVIEW), new Refusing("b", Match.BY_CONTENT)));

      assertThatExceptionOfType(DecodeException.class)
          .isThrownBy(() -> decoders.open(bytes, TestSamples.context(), attempt()))
          .withMessage("b refuses; a refuses")
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }
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
          .isThrownBy(() -> new Decoders(List.of()).open(empty, TestSamples.context(), attempt()))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_TRUNCATED));
    }
  }

  @Test
  void aSourceThatCannotBeLookedAtIsNotUnknown() throws IOException {
    IOException failure = new IOException("bad sector");
    SourceBytes whole = ImageSource.of("a.fits", new byte[100_000]).open(Limits.defaults());
    try (SourceBytes half = new HalfReadable(whole, 50_000, failure)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  new Decoders(List.of(new TrailerDecoder()))
                      .open(half, TestSamples.context(), attempt()))
          .isSameAs(failure);
    }
  }

  private static Attempt attempt() {
    return new Attempt(ImageSource.of("a.fits", new byte[1]));
  }

  private static String choice(PlainDecoder... decoders) throws IOException {
    byte[] file = PlainDecoder.file(1, 1, (short) 5);
    try (SourceBytes bytes = ImageSource.of("a.fits", file).open(Limits.defaults())) {
      return new Decoders(List.of(decoders))
          .open(bytes, TestSamples.context(), attempt())
          .decoder();
    }
  }

  /** Does not support any variant. */
  private record Refusing(String id, Match match) implements FormatDecoder {

    @Override
    public Set<String> extensions() {
      return Set.of();
    }

    @Override
    public Match probe(SourceHead head) {
      return match;
    }

    @Override
    public PixelSource open(SourceBytes source, DecodeContext context) {
      throw DecodeException.unsupported(id + " refuses");
    }
  }

  /** Knows its files by their last byte. */
  private static final class TrailerDecoder implements FormatDecoder {

    @Override
    public String id() {
      return "trailer";
    }

    @Override
    public Set<String> extensions() {
      return Set.of();
    }

    @Override
    public Match probe(SourceHead head) {
      return head.at(head.size() - 1, 1).hasRemaining() ? Match.BY_CONTENT : Match.NO;
    }

    @Override
    public PixelSource open(SourceBytes source, DecodeContext context) {
      throw DecodeException.noImage("only a trailer");
    }
  }
}
