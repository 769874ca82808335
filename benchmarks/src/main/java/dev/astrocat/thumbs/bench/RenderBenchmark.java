package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.Reduction;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.measure.strategy.AstrocatStretch;
import dev.astrocat.thumbs.render.Renderer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a tone curve to finished pictures: levels, boxes, Lanczos, or means, then levels. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class RenderBenchmark {

  private PixelSource source;
  private Stretch stretch;

  /** Longest sides of the thumbnails, with {@code +} between them. */
  @Param("800")
  public String size = "800";

  /** Whether it is stretched or reduced first: after_stretch, before_stretch. */
  @Param({"after_stretch", "before_stretch"})
  public String reduction = "after_stretch";

  private List<Integer> sizes;

  /** Reads and measures the picture. */
  @Setup(Level.Trial)
  public void prepare(Frame frame) throws IOException {
    sizes = Arrays.stream(size.split("\\+")).map(Integer::valueOf).toList();
    source = frame.inMemory();
    stretch =
        new AstrocatStretch().measure(new ExactStatistics(frame.walk(source)), Linking.LINKED);
  }

  /** All pictures. */
  @Benchmark
  public List<Picture> render(Frame frame) throws IOException {
    BandWalk walk = frame.walk(source);
    return new Renderer(walk, stretch.curve(), Orientation.IDENTITY)
        .render(Reduction.valueOf(reduction.toUpperCase(Locale.ROOT)), sizes);
  }
}
