package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.measure.strategy.AstrocatStretch;
import dev.astrocat.thumbs.measure.strategy.PercentileStretch;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Exact statistics and the tone curve, of a picture in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class MeasureBenchmark {

  private PixelSource source;

  /** Reads the picture. */
  @Setup(Level.Trial)
  public void prepare(Frame frame) throws IOException {
    source = frame.inMemory();
  }

  /** Minimum, maximum, median and MAD. */
  @Benchmark
  public Stretch stf(Frame frame) {
    return new AstrocatStretch().measure(new ExactStatistics(frame.walk(source)), Linking.LINKED);
  }

  /** Two percentiles. */
  @Benchmark
  public Stretch percentile(Frame frame) {
    return new PercentileStretch().measure(new ExactStatistics(frame.walk(source)), Linking.LINKED);
  }
}
