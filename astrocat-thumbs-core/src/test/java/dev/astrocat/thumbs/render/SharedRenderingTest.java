package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Reduction;
import dev.astrocat.thumbs.bands.Crew;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.testing.TestNoise;
import dev.astrocat.thumbs.testing.TestSamples;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of several sizes from one walk are those of walks of their own, to the bit. */
final class SharedRenderingTest {

  private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

  @AfterAll
  static void stopThreads() {
    POOL.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "U8, 1, 1, 2000, 1300, 320+500+800",
    "U16, 1, 1, 3123, 2087, 320+500+800",
    "U16, 1, 4, 3123, 2087, 800+320+1600",
    "U16, 1, 3, 1501, 2003, 96+100+33",
    "U16, 3, 6, 1501, 1003, 96+192+64",
    "F32, 1, 7, 2003, 1501, 320+500+101",
    "F32, 3, 1, 1003, 701, 50+25+5+1",
    "U16, 1, 2, 12000, 9, 800+50+1",
    "U16, 1, 5, 9, 12000, 800+50+1",
    "F32, 1, 8, 40, 30, 800+40+20+7"
  })
  void eachIsTheSameAsAlone(
      SampleType type, int channels, int exif, int width, int height, String sizes)
      throws IOException {
    PixelSource source = TestNoise.image(type, width, height, channels);
    List<Integer> wanted = Stream.of(sizes.split("\\+")).map(Integer::valueOf).toList();
    for (Reduction reduction : Reduction.values()) {
      for (Crew crew : List.of(Crew.SOLO, new Crew(POOL, 4))) {
        Renderer renderer =
            new Renderer(TestSamples.walk(source, crew), curve(type), Orientation.ofExif(exif));
        List<Picture> together = renderer.render(reduction, wanted);
        for (int i = 0; i < wanted.size(); i++) {
          Picture alone = renderer.render(reduction, List.of(wanted.get(i))).get(0);
          assertThat(together.get(i).planes())
              .as("%s, %s px, %s threads", reduction, wanted.get(i), crew.size())
              .isDeepEqualTo(alone.planes());
        }
      }
    }
  }

  @Test
  void oneSizeTwiceIsGivenTwice() throws IOException {
    PixelSource source = TestNoise.image(SampleType.U16, 40, 30, 1);
    Renderer renderer =
        new Renderer(TestSamples.walk(source), curve(SampleType.U16), Orientation.IDENTITY);
    assertThat(renderer.render(Reduction.AFTER_STRETCH, List.of(10, 20, 10)))
        .extracting(Picture::width)
        .containsExactly(10, 20, 10);
  }

  private static ToneCurve curve(SampleType type) {
    double high = type.isFloat() ? 1 : type.highest();
    return ToneCurve.linked(
        new ChannelCurve(new Range(0, high), 0.02, 0.9, new Transfer.Midtones(0.3)));
  }
}
