package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.cache.disk.DiskThumbnailCache;
import dev.astrocat.thumbs.cache.memory.MemoryThumbnailCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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

/** What a thumbnail costs that is in the cache already, and what storing one costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class CacheBenchmark {

  private static final long MEMORY_BYTES = 64L << 20;

  /** Where entries lie: disk or memory. */
  @Param({"disk", "memory"})
  public String store = "disk";

  private Path folder;
  private ThumbnailCache cache;
  private ThumbnailGenerator thumbnails;
  private byte[] entry;

  /** Makes the cache and puts one thumbnail into it. */
  @Setup(Level.Trial)
  public void prepare(Frame frame) throws IOException {
    folder = Files.createTempDirectory("cache-");
    cache =
        store.equals("disk")
            ? DiskThumbnailCache.at(folder)
            : new MemoryThumbnailCache(MEMORY_BYTES);
    thumbnails = ThumbnailGenerator.builder().cache(cache).limits(Frame.limits()).build();
    entry = hit(frame).bytes();
  }

  /** Removes the cache. */
  @TearDown(Level.Trial)
  public void cleanUp() throws IOException {
    thumbnails.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.delete(file);
      }
    }
  }

  /** A thumbnail that is there and fresh. */
  @Benchmark
  public Thumbnail hit(Frame frame) {
    return thumbnails.generate(ThumbnailRequest.of(frame.path()).subframe(Subframe.YES));
  }

  /** Writing one entry over the last. */
  @Benchmark
  public String write() throws IOException {
    return cache.write("m31_00000000_thumb.jpg", entry);
  }
}
