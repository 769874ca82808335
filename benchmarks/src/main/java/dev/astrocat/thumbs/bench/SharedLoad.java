package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many threads that share one generator, each call for a file of its own: how many calls get a
 * thumbnail, and how long all take. For {@code qa/shared.sh}.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar dev.astrocat.thumbs.bench.SharedLoad
 *     THREADS CALLS FILE...</pre>
 */
final class SharedLoad {

  private final ThumbnailGenerator generator;
  private final List<Path> files;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<ErrorCode, Integer> failures = new TreeMap<>();

  private SharedLoad(ThumbnailGenerator generator, List<Path> files) {
    this.generator = generator;
    this.files = files;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int threads = Integer.parseInt(arguments[0]);
    int calls = Integer.parseInt(arguments[1]);
    List<Path> files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
    Path folder = Files.createTempDirectory("shared-load");
    try (ThumbnailGenerator generator = ThumbnailGenerator.create()) {
      SharedLoad load = new SharedLoad(generator, copies(files, calls, folder));
      long start = System.nanoTime();
      load.run(threads);
      double seconds = (System.nanoTime() - start) / 1e9;
      int failed = load.failures.values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf("%d of %d  %.2f s  %s%n", calls - failed, calls, seconds, load.failures);
    } finally {
      delete(folder);
    }
  }

  /** Different files to whoever sees their names. */
  private static List<Path> copies(List<Path> files, int calls, Path folder) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      Path file = files.get(i % files.size());
      copies.add(
          Files.createSymbolicLink(
              folder.resolve(i + "-" + file.getFileName()), file.toAbsolutePath()));
    }
    return copies;
  }

  private void run(int threads) throws InterruptedException {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(this::work);
      thread.start();
      all.add(thread);
    }
    for (Thread thread : all) {
      thread.join();
    }
  }

  private void work() {
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      try {
        generator.generate(ThumbnailRequest.of(files.get(i)));
      } catch (ThumbnailException e) {
        synchronized (failures) {
          failures.merge(e.code(), 1, Integer::sum);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> links;
    try (var list = Files.list(folder)) {
      links = list.toList();
    }
    for (Path link : links) {
      Files.delete(link);
    }
    Files.delete(folder);
  }
}
