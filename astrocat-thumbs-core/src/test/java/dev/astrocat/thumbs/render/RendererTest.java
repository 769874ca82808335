package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.Reduction;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Crew;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.measure.strategy.AstrocatStretch;
import dev.astrocat.thumbs.measure.strategy.NoStretch;
import dev.astrocat.thumbs.testing.TestNoise;
import dev.astrocat.thumbs.testing.TestSamples;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The default look is Pillow's {@code thumbnail}, bit for bit; pillow.py made the values. */
final class RendererTest {

  @ParameterizedTest
  @CsvFileSource(resources = "pillow.csv")
  void picturesEqualThoseOfPillow(
      SampleType type,
      String stretch,
      int channels,
      int exif,
      int width,
      int height,
      int maxSize,
      int wantedWidth,
      int wantedHeight,
      long crc)
      throws IOException {
    BandWalk walk = TestSamples.walk(TestNoise.image(type, width, height, channels));
    Picture picture = render(walk, stretch, Orientation.ofExif(exif), maxSize);
    assertThat(picture.width()).isEqualTo(wantedWidth);
    assertThat(picture.height()).isEqualTo(wantedHeight);
    assertThat(crcOf(picture)).isEqualTo(crc);
  }

  @Test
  void severalThreadsRenderTheSame() throws IOException {
    PixelSource source = TestNoise.image(SampleType.U16, 3001, 2003, 1);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      Picture alone = render(TestSamples.walk(source), "astrocat", Orientation.ROTATE_90, 800);
      Picture together =
          render(
              TestSamples.walk(source, new Crew(pool, 4)), "astrocat", Orientation.ROTATE_90, 800);
      assertThat(together.planes()).isDeepEqualTo(alone.planes());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Picture render(BandWalk walk, String stretch, Orientation orientation, int maxSize)
      throws IOException {
    StretchStrategy strategy = stretch.equals("astrocat") ? new AstrocatStretch() : new NoStretch();
    ToneCurve curve = strategy.measure(new ExactStatistics(walk), Linking.LINKED).curve();
    return new Renderer(walk, curve, orientation)
        .render(Reduction.AFTER_STRETCH, List.of(maxSize))
        .get(0);
  }

  private static long crcOf(Picture picture) {
    CRC32 crc = new CRC32();
    for (byte[] plane : picture.planes()) {
      crc.update(plane);
    }
    return crc.getValue();
  }
}
