package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.testing.TestSamples;
import java.util.List;

/** What tests ask of stretches, and images to ask it of. */
final class StretchFigures {

  private StretchFigures() {}

  static List<Double> all(Stretch stretch, String name) {
    return stretch.figures().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  static double one(Stretch stretch, String name) {
    return all(stretch, name).get(0);
  }

  /** The values of decisions of a name. */
  static List<String> decided(Stretch stretch, String name) {
    return stretch.decisions().stream()
        .filter(d -> d.name().equals(name))
        .map(d -> d.value())
        .toList();
  }

  /** Of an image of one row for each channel. */
  static Statistics of(float[]... channels) {
    return of(ImageInfo.of(channels[0].length, 1, channels.length, SampleType.F32), channels);
  }

  static Statistics of(ImageInfo info, float[]... channels) {
    return of(PixelSource.of(info, channels));
  }

  static Statistics of(PixelSource image) {
    return new ExactStatistics(TestSamples.walk(image));
  }
}
