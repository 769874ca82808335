package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time of one thumbnail of a camera RAW file, warm, from the file to the encoded picture:
 * this thread's and the worker process's, in seconds. For {@code qa/raw-cost.sh}.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar dev.astrocat.thumbs.bench.RawCost FILE</pre>
 */
final class RawCost {

  private static final int WARM_UP = 30;
  private static final int PICTURES = 30;

  private RawCost() {}

  public static void main(String[] arguments) {
    ThumbnailRequest request = ThumbnailRequest.of(Path.of(arguments[0])).subframe(Subframe.YES);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (ThumbnailGenerator generator = ThumbnailGenerator.create()) {
      for (int i = 0; i < WARM_UP; i++) {
        String decoder = generator.generate(request).report().decoder();
        if (!decoder.equals("libraw")) {
          throw new IllegalStateException("read by " + decoder);
        }
      }
      long host = threads.getCurrentThreadCpuTime();
      Duration workers = workers();
      for (int i = 0; i < PICTURES; i++) {
        generator.generate(request);
      }
      double seconds =
          (threads.getCurrentThreadCpuTime() - host + workers().minus(workers).toNanos()) / 1e9;
      System.out.printf("%.4f%n", seconds / PICTURES);
    }
  }

  /** Of processes that live; none ends while this measures, since none serves so many files. */
  private static Duration workers() {
    return ProcessHandle.current()
        .children()
        .flatMap(child -> child.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
