package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.ThumbnailResult;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long a person waits for a picture beside bulk work on the same frames, as a multiple of the
 * idle time: the median and the 95th percentile, taken in turns so that both see the same machine.
 * For {@code qa/shared.sh}.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar dev.astrocat.thumbs.bench.BesideBulk FILE</pre>
 */
final class BesideBulk {

  private static final int ROUNDS = 8;
  private static final int CALLS = 25;

  private final ThumbnailGenerator generator;
  private final Path file;

  private BesideBulk(ThumbnailGenerator generator, Path file) {
    this.generator = generator;
    this.file = file;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (ThumbnailGenerator generator = ThumbnailGenerator.create()) {
      BesideBulk run = new BesideBulk(generator, Path.of(arguments[0]));
      run.calls(); // warm
      double[] idle = {};
      double[] busy = {};
      for (int i = 0; i < ROUNDS; i++) {
        idle = joined(idle, run.calls());
        busy = joined(busy, run.callsBesideBulk());
      }
      double median = at(busy, 0.5) / at(idle, 0.5);
      double late = at(busy, 0.95) / at(idle, 0.95);
      System.out.printf(
          "idle %.0f ms, 95th %.0f; beside bulk %.0f ms (%.2f times), 95th %.0f (%.2f times)%n",
          at(idle, 0.5), at(idle, 0.95), at(busy, 0.5), median, at(busy, 0.95), late);
      System.exit(median <= 2 && late <= 3 ? 0 : 1);
    }
  }

  private double[] callsBesideBulk() throws InterruptedException {
    Thread bulk =
        new Thread(
            () -> {
              try (Stream<ThumbnailResult> frames = generator.generateEach(this::frames)) {
                frames.takeWhile(frame -> !Thread.currentThread().isInterrupted()).forEach(f -> {});
              } catch (dev.astrocat.thumbs.LimitException e) {
                System.out.flush(); // interrupted, as wanted
              }
            });
    bulk.start();
    Thread.sleep(500);
    try {
      return calls();
    } finally {
      bulk.interrupt();
      bulk.join();
    }
  }

  /** Each a file of its own to the generator. */
  private Iterator<ThumbnailRequest> frames() {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> request("bulk-" + i).priority(Priority.BULK))
        .iterator();
  }

  private ThumbnailRequest request(String version) {
    return ThumbnailRequest.of(ImageSource.of(file).withVersion(new SourceVersion(version)));
  }

  private double[] calls() {
    double[] millis = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      generator.generate(request("person-" + i));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  private static double[] joined(double[] some, double[] more) {
    double[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static double at(double[] millis, double part) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }
}
