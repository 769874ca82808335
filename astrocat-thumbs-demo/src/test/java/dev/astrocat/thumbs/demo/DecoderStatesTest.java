package dev.astrocat.thumbs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Library, command line and HTTP say the same about a decoder that is not available. */
final class DecoderStatesTest {

  private static final String NEED = "it needs libexample; install example-runtime";
  private static final ImageSource IMAGE =
      ImageSource.of("a.raw", PlainDecoder.file(2, 1, (short) 1, (short) 2));

  @Test
  void whatIsMissingIsToldByTheStatesAndByTheVersion() {
    try (ThumbnailGenerator generator = generator(new NeedyDecoder(), Match.NO)) {
      DecoderStates states = DecoderStates.of(generator);
      assertThat(states.unavailable()).containsExactly(Map.entry("needy", NEED));
      assertThat(states.details()).isEmpty();
      assertThat(Version.lines(states)).hasSize(2).contains("needy: unavailable, " + NEED);
    }
  }

  @Test
  void theErrorSaysTheSame() {
    try (ThumbnailGenerator generator = generator(new NeedyDecoder(), Match.NO)) {
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(() -> generator.generate(ThumbnailRequest.of(IMAGE)))
          .withMessageContaining(NEED)
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
    }
  }

  @Test
  void theReportOfTheStandInSaysTheSame() {
    try (ThumbnailGenerator generator = generator(new NeedyDecoder(), Match.BY_PREVIEW)) {
      Thumbnail thumbnail = generator.generate(ThumbnailRequest.of(IMAGE));
      assertThat(thumbnail.report().decoder()).isEqualTo("standin");
      assertThat(thumbnail.report().decisions()).contains(new Decision("decoder", "standin", NEED));
    }
  }

  private static ThumbnailGenerator generator(FormatDecoder decoder, Match standIn) {
    return ThumbnailGenerator.builder()
        .onlyDecoders(decoder, new PlainDecoder("standin", standIn))
        .build();
  }

  /** Knows every file and reads none. */
  private record NeedyDecoder() implements FormatDecoder {

    @Override
    public String id() {
      return "needy";
    }

    @Override
    public Set<String> extensions() {
      return Set.of();
    }

    @Override
    public Availability availability() {
      return Availability.missing(NEED);
    }

    @Override
    public Match probe(SourceHead head) {
      return Match.BY_CONTENT;
    }

    @Override
    public PixelSource open(SourceBytes source, DecodeContext context) {
      throw DecodeException.unsupported(NEED);
    }
  }
}
