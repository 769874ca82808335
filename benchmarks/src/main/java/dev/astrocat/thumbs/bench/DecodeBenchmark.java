package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Opening a file and reading all its rows once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
public class DecodeBenchmark {

  /** All rows, in bands as every stage sees them. */
  @Benchmark
  public void rows(Frame frame, Blackhole hole) throws IOException {
    try (SourceBytes bytes = frame.bytes();
        PixelSource source = frame.open(bytes)) {
      frame
          .walk(source)
          .walk(
              Blocks.fromStart(source.info().height(), 1),
              () -> hole,
              (sink, band, first, end) -> sink.consume(band.plane(0)));
    }
  }
}
