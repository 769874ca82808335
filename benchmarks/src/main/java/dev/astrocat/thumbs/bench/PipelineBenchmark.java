package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a file to a JPEG in memory, without a cache.
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar PipelineBenchmark -p file=m31.fits -p subframe=yes
 * java -jar benchmarks/target/benchmarks.jar PipelineBenchmark \
 *     -p frame=mono16,mono_f32,rgb_f32 -p megapixels=2,26,61 -p source=fits,xisf
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 11, time = 1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class PipelineBenchmark {

  /** Whether the picture is a single exposure, and so gets the STF: yes, no, auto. */
  @Param("yes")
  public String subframe = "yes";

  /** Longest side of the thumbnail. */
  @Param("800")
  public int size = 800;

  private ThumbnailGenerator thumbnails;
  private Subframe wanted;

  /** Builds the generator. */
  @Setup(Level.Trial)
  public void prepare(Frame frame) {
    wanted = Subframe.valueOf(subframe.toUpperCase(Locale.ROOT));
    thumbnails =
        ThumbnailGenerator.builder()
            .executor(frame.executor(), frame.threads)
            .limits(Frame.limits())
            .build();
  }

  /** Closes the generator. */
  @TearDown(Level.Trial)
  public void cleanUp() {
    thumbnails.close();
  }

  /** One thumbnail. */
  @Benchmark
  public Thumbnail thumbnail(Frame frame) {
    return thumbnails.generate(ThumbnailRequest.of(frame.path()).subframe(wanted).size(size));
  }
}
