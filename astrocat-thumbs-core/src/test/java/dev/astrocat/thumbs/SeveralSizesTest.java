package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.strategy.AstrocatStretch;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.PlainDecoder;
import dev.astrocat.thumbs.testing.TestNoise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several sizes and formats of one picture, and what a tone curve that is kept spares. */
final class SeveralSizesTest {

  private final MapCache cache = new MapCache();
  private final Counting parts = new Counting(new AtomicInteger(), new AtomicInteger());
  private final ThumbnailRequest request =
      ThumbnailRequest.of(ImageSource.of("m31.plain", noise(900, 700))).subframe(Subframe.YES);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void eachIsTheSameAsOfACallOfItsOwn(Reduction reduction) {
    ThumbnailRequest base = request.reduction(reduction);
    List<ThumbnailRequest> wanted =
        List.of(
            base.size(NamedSize.CARD),
            base.size(NamedSize.GRID).format(OutputFormat.PNG),
            base.size(77),
            base.size(NamedSize.GRID));
    try (ThumbnailGenerator together = generator();
        ThumbnailGenerator alone = builder().cache(new MapCache()).build()) {
      List<Thumbnail> made = together.generateSizes(wanted);
      assertThat(parts.opened()).hasValue(1);
      for (int i = 0; i < wanted.size(); i++) {
        assertThat(made.get(i).bytes()).isEqualTo(alone.generate(wanted.get(i)).bytes());
        assertThat(made.get(i).location()).isPresent();
      }
      assertThat(made).extracting(Thumbnail::width).containsExactly(500, 320, 77, 320);
      assertThat(together.cacheStatistics().count()).isEqualTo(4);
    }
  }

  @Test
  void onlyWhatIsMissingIsMade() {
    try (ThumbnailGenerator thumbnails = generator()) {
      Thumbnail first = thumbnails.generate(request.size(100));
      List<Thumbnail> both =
          thumbnails.generateSizes(List.of(request.size(200), request.size(100)));
      assertThat(both)
          .extracting(Thumbnail::origin)
          .containsExactly(Thumbnail.Origin.RENDERED, Thumbnail.Origin.CACHED);
      assertThat(both.get(1).bytes()).isEqualTo(first.bytes());
      thumbnails.generateSizes(List.of(request.size(200), request.size(100)));
      assertThat(parts.opened()).hasValue(2);
      assertThat(thumbnails.generateSizes(List.of())).isEmpty();
    }
  }

  @Test
  void requestsForOtherPicturesAreRefused() {
    try (ThumbnailGenerator thumbnails = generator()) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> thumbnails.generateSizes(List.of(request, request.look(Look.PIXINSIGHT))));
    }
  }

  @Test
  void oneThatCannotBeMadeFailsAll() {
    List<ThumbnailRequest> wanted = List.of(request, request.format(OutputFormat.WEBP));
    try (ThumbnailGenerator thumbnails = generator()) {
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(() -> thumbnails.generateSizes(wanted))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTPUT_UNSUPPORTED));
      assertThat(parts.opened()).as("known before decoding").hasValue(0);
    }
  }

  @Test
  void namedSizesAreTheGenerators() {
    try (ThumbnailGenerator thumbnails =
        builder().cache(cache).size(NamedSize.PAGE, 640).size(NamedSize.GRID, 800).build()) {
      assertThat(thumbnails.generate(request).location().orElseThrow()).endsWith("_thumb_640.jpg");
      Thumbnail grid = thumbnails.generate(request.size(NamedSize.GRID));
      assertThat(grid.width()).isEqualTo(800);
      assertThat(grid.location().orElseThrow()).endsWith("_thumb.jpg");
      assertThat(thumbnails.generate(request.size(800)).bytes()).isEqualTo(grid.bytes());
      assertThat(thumbnails.sizes().of(NamedSize.CARD)).isEqualTo(500);
    }
  }

  @Test
  void anotherSizeFormatOrLookAtTheRowsNeedsNoStatistics() {
    try (ThumbnailGenerator thumbnails = generator()) {
      Thumbnail first = thumbnails.generate(request);
      assertThat(curve(first)).isEqualTo("computed");
      assertThat(curve(thumbnails.generate(request.size(77)))).isEqualTo("reused");
      assertThat(curve(thumbnails.generate(request.format(OutputFormat.PNG)))).isEqualTo("reused");
      assertThat(curve(thumbnails.generate(request.rows(Rows.FLIPPED)))).isEqualTo("reused");
      assertThat(curve(thumbnails.generate(request.reduction(Reduction.BEFORE_STRETCH))))
          .isEqualTo("reused");
      forgetThumbnails();
      Thumbnail again = thumbnails.generate(request);
      assertThat(curve(again)).isEqualTo("reused");
      assertThat(again.bytes()).isEqualTo(first.bytes());
      assertThat(parts.measured()).hasValue(1);
      assertThat(curve(thumbnails.generate(request.linking(Linking.UNLINKED)))).isEqualTo("reused");
      assertThat(thumbnails.cacheStatistics().count()).isEqualTo(2);
    }
  }

  @Test
  void aChangedSourceIsMeasuredAgain() throws IOException {
    Path file = Files.write(folder.resolve("a.plain"), noise(60, 40));
    try (ThumbnailGenerator thumbnails = generator()) {
      ThumbnailRequest wanted = ThumbnailRequest.of(file).subframe(Subframe.YES);
      thumbnails.generate(wanted);
      Files.write(file, noise(61, 40));
      assertThat(curve(thumbnails.generate(wanted.size(30)))).isEqualTo("computed");
      assertThat(curve(thumbnails.generate(wanted.size(20)))).isEqualTo("reused");
      assertThat(parts.measured()).hasValue(2);
    }
  }

  @Test
  void withoutACacheAndForGivenLevelsCurvesAreComputed() {
    try (ThumbnailGenerator thumbnails = builder().build()) {
      assertThat(curve(thumbnails.generate(request))).isEqualTo("computed");
      assertThat(curve(thumbnails.generate(request.size(77)))).isEqualTo("computed");
    }
    try (ThumbnailGenerator thumbnails = generator()) {
      thumbnails.generate(request.stretch(new StretchChoice.Levels(0, 0.4, 1)));
      assertThat(cache.list().map(CachedFile::name)).noneMatch(name -> name.contains("_curve"));
    }
  }

  private static String curve(Thumbnail thumbnail) {
    return thumbnail.report().decisions().stream()
        .filter(decision -> decision.name().equals("curve"))
        .map(Decision::value)
        .findFirst()
        .orElseThrow();
  }

  private void forgetThumbnails() {
    cache
        .list()
        .map(CachedFile::name)
        .filter(name -> name.contains("_thumb"))
        .forEach(cache::delete);
  }

  private ThumbnailGenerator generator() {
    return builder().cache(cache).build();
  }

  private ThumbnailGeneratorBuilder builder() {
    return ThumbnailGenerator.builder().onlyDecoders(parts).onlyStretches(parts.stretch());
  }

  private static byte[] noise(int width, int height) {
    short[] samples = new short[width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) TestNoise.at(i % width, i / width, 0);
    }
    return PlainDecoder.file(width, height, samples);
  }

  /** Counts how often a source is opened, and measured. */
  private record Counting(AtomicInteger opened, AtomicInteger measured) implements FormatDecoder {

    private static final PlainDecoder PLAIN = new PlainDecoder("plain", Match.BY_CONTENT);

    @Override
    public String id() {
      return PLAIN.id();
    }

    @Override
    public Set<String> extensions() {
      return PLAIN.extensions();
    }

    @Override
    public Match probe(SourceHead head) {
      return PLAIN.probe(head);
    }

    @Override
    public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
      opened.incrementAndGet();
      return PLAIN.open(source, context);
    }

    StretchStrategy stretch() {
      return new StretchStrategy() {
        @Override
        public String id() {
          return "astrocat";
        }

        @Override
        public Stretch measure(Statistics statistics, Linking linking) {
          measured.incrementAndGet();
          return new AstrocatStretch().measure(statistics, linking);
        }
      };
    }
  }
}
