package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailGeneratorBuilder;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * From a file to JPEGs in memory, without a cache or with one that holds the tone curve.
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar PipelineBenchmark -p file=m31.fits -p subframe=yes
 * java -jar benchmarks/target/benchmarks.jar PipelineBenchmark \
 *     -p frame=mono16,mono_f32,rgb_f32 -p megapixels=2,26,61 -p source=fits,xisf
 * java -jar benchmarks/target/benchmarks.jar PipelineBenchmark -p size=800,320+500+800
 * java -jar benchmarks/target/benchmarks.jar PipelineBenchmark -p size=500 -p curve=computed,kept
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

  /** Longest sides of the thumbnails, with {@code +} between them: those are made in one call. */
  @Param("800")
  public String size = "800";

  /** Whether the tone curve is computed, or kept from another size: computed, kept. */
  @Param("computed")
  public String curve = "computed";

  private ThumbnailGenerator thumbnails;
  private List<ThumbnailRequest> requests;

  /** Builds the generator. */
  @Setup(Level.Trial)
  public void prepare(Frame frame) {
    Subframe wanted = Subframe.valueOf(subframe.toUpperCase(Locale.ROOT));
    ThumbnailRequest request = ThumbnailRequest.of(frame.path()).subframe(wanted);
    requests = Arrays.stream(size.split("\\+")).map(Integer::valueOf).map(request::size).toList();
    ThumbnailGeneratorBuilder builder =
        ThumbnailGenerator.builder()
            .executor(frame.executor(), frame.threads)
            .limits(Frame.limits());
    thumbnails = curve.equals("kept") ? builder.cache(new CurvesOnly()).build() : builder.build();
  }

  /** Closes the generator. */
  @TearDown(Level.Trial)
  public void cleanUp() {
    thumbnails.close();
  }

  /** One call. */
  @Benchmark
  public List<Thumbnail> thumbnail(Frame frame) {
    return thumbnails.generateSizes(requests);
  }

  /** Forgets thumbnails, so that each call renders. */
  private static final class CurvesOnly implements ThumbnailCache {

    private final Map<String, byte[]> curves = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.ofNullable(curves.get(name));
    }

    @Override
    public String write(String name, byte[] bytes) {
      if (name.contains("_curve_")) {
        curves.put(name, bytes);
      }
      return name;
    }

    @Override
    public boolean delete(String name) {
      return curves.remove(name) != null;
    }

    @Override
    public Stream<CachedFile> list() {
      return Stream.empty();
    }
  }
}
