package dev.astrocat.thumbs.bench;

import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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

/**
 * The JDK's inflater alone, over the block of a zlib+sh file: what such a file costs at least. To
 * be set against {@link PipelineBenchmark}:
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar 'PipelineBenchmark|InflateBenchmark' \
 *     -p source=fits,xisf,xisf-lz4,xisf-zlib
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class InflateBenchmark {

  private static final int CHUNK = 1 << 16;

  /** Kind of the frame that is made, as in {@link Frame}. */
  @Param("mono16")
  public String frame = "mono16";

  /** Its size, usually 2, 26 or 61. */
  @Param("26")
  public int megapixels = 26;

  private byte[] packed;

  /** Packs the frame. */
  @Setup(Level.Trial)
  public void prepare() {
    packed = SkyXisf.deflated(new Sky(frame, megapixels));
  }

  /** All of it, a chunk at a time into the same memory. */
  @Benchmark
  public long inflate() throws DataFormatException {
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    byte[] chunk = new byte[CHUNK];
    while (!inflater.finished()) {
      inflater.inflate(chunk);
    }
    long bytes = inflater.getBytesWritten();
    inflater.end();
    return bytes;
  }
}
