package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.encode.JpegEncoder;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.PngEncoder;
import dev.astrocat.thumbs.formats.webp.WebpEncoder;
import java.io.IOException;
import java.util.Random;
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

/** Writing a finished picture of 800 x 535 pixels. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class EncodeBenchmark {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 535;

  /** 1 for grey, 3 for colour. */
  @Param({"1", "3"})
  public int channels = 1;

  private Picture picture;

  /** Makes a picture of a dim slope with some noise. */
  @Setup(Level.Trial)
  public void prepare() {
    Random random = new Random(1);
    byte[][] planes = new byte[channels][WIDTH * HEIGHT];
    for (byte[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (byte) (50 + i % WIDTH / 16 + 6 * random.nextGaussian());
      }
    }
    picture = new Picture(WIDTH, HEIGHT, planes);
  }

  /** JPEG of quality 85. */
  @Benchmark
  public byte[] jpeg() throws IOException {
    return new JpegEncoder().encode(picture);
  }

  /** PNG. */
  @Benchmark
  public byte[] png() throws IOException {
    return new PngEncoder().encode(picture);
  }

  /** WebP of quality 80. */
  @Benchmark
  public byte[] webp() throws IOException {
    return new WebpEncoder().encode(picture);
  }

  /** WebP without loss. */
  @Benchmark
  public byte[] webpLossless() throws IOException {
    return WebpEncoder.lossless().encode(picture);
  }
}
