package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.measure.strategy.NoStretch;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** What is added by hand stands beside what is found. */
final class AddedPartsTest {

  @Test
  void coreNeedsNoServiceFile() throws Exception {
    try (URLClassLoader nothing = new URLClassLoader(new URL[0], null);
        ThumbnailGenerator bare = ThumbnailGenerator.builder().classLoader(nothing).build()) {
      assertThat(bare.stretchIds()).contains("astrocat", "pixinsight", "zscale");
      assertThat(bare.outputFormats()).containsExactly(OutputFormat.JPEG, OutputFormat.PNG);
      assertThat(bare.decoderIds()).isEmpty();
    }
  }

  @Test
  void addedPartsStandBesideThoseThatAreFound() {
    PlainDecoder plain = new PlainDecoder("plain", Match.BY_CONTENT);
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().addDecoder(plain).addStretch(new Mine("mine")).build()) {
      assertThat(thumbnails.decoderIds()).contains("plain");
      assertThat(thumbnails.stretchIds()).contains("mine", "astrocat");
    }
  }

  @Test
  void curvesOfEqualValuesAreEqual() {
    Transfer.Sampled one = new Transfer.Sampled(0, 0.3, 1);
    assertThat(one).isEqualTo(new Transfer.Sampled(0, 0.3, 1)).hasSameHashCodeAs(one);
    assertThat(one).isNotEqualTo(new Transfer.Sampled(0, 0.4, 1));
  }

  @Test
  void exceptionsPrintTheirCode() {
    assertThat(DecodeException.noImage("only tables").toString())
        .isEqualTo("dev.astrocat.thumbs.DecodeException: NO_IMAGE: only tables");
  }

  private record Mine(String id) implements StretchStrategy {

    @Override
    public Stretch measure(Statistics statistics, Linking linking) {
      return new NoStretch().measure(statistics, linking);
    }
  }
}
