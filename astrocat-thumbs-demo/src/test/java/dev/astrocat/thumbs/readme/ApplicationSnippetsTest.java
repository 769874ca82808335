package dev.astrocat.thumbs.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.BulkRuns;
import dev.astrocat.thumbs.host.BulkThumbnails;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.MemoryProgressStore;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.host.RunState;
import dev.astrocat.thumbs.host.SystemStats;
import dev.astrocat.thumbs.host.ThumbnailQueue;
import dev.astrocat.thumbs.host.ThumbnailWorker;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.FitsFixture;
import dev.astrocat.thumbs.testing.ImageStoreContract;
import dev.astrocat.thumbs.testing.ThumbnailCacheContract;
import dev.astrocat.thumbs.testing.ThumbnailQueueContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the README's "In your application" is compiled here, keeps the contracts, works. */
@Timeout(120)
final class ApplicationSnippetsTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("");
  private static final Path HERE =
      ROOT.resolve("astrocat-thumbs-demo/src/test/java/dev/astrocat/thumbs/readme");
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)\n```");
  private static final Pattern REGION = Pattern.compile("(?s)// snippet\n(.*?)\n *// end\n");

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static Optional<BulkProgress> bulkRun(
      ThumbnailGenerator thumbnails,
      ImageStore store,
      SystemStats statistics,
      ScheduledExecutorService threads,
      Path folder) {
    // snippet
    ProgressStore progress = new MemoryProgressStore();
    ThumbnailWorker worker = new ThumbnailWorker(thumbnails, store, progress, statistics);
    ThumbnailQueue queue = new ExecutorQueue(threads, worker);
    BulkThumbnails bulk = new BulkThumbnails(store, queue, progress, threads);

    BulkRequest request = BulkRequest.under(folder).renewal(Renewal.FORCED);
    bulk.start(request); // a second start joins the run that is alive
    BulkRuns runs = new BulkRuns(progress);
    runs.pause(request.key());
    runs.resume(request.key());
    Optional<BulkProgress> howFar = runs.progress(request.key());
    // end
    while (!runs.progress(request.key()).orElseThrow().state().isEnd()) {
      Thread.onSpinWait();
    }
    return runs.progress(request.key()).or(() -> howFar);
  }

  @Test
  void theReadmeShowsWhatIsCompiledHere() throws IOException {
    List<String> compiled = new ArrayList<>();
    for (String name :
        List.of(
            "Observations",
            "ExecutorQueue",
            "ApplicationSnippetsTest",
            "BucketSources",
            "BucketCaches")) {
      found(REGION, HERE.resolve(name + ".java")).map(String::stripIndent).forEach(compiled::add);
    }
    List<String> shown = shown();
    assertThat(shown.subList(0, 5)).isEqualTo(compiled);
    assertThat(shown.subList(5, shown.size())) // compiled and run by NewFormatTest
        .satisfiesExactly(
            format -> assertThat(format).startsWith("package example.pgm;"),
            module -> assertThat(module).startsWith("module example.pgm {"));
  }

  /** All lines between the fences count, also blank ones. */
  @Test
  void whatAnApplicationWritesIsShort() throws IOException {
    List<Long> lines = shown().stream().map(block -> block.lines().count()).toList();
    assertThat(lines.get(0) + lines.get(1)).as("store and queue").isLessThan(40);
    assertThat(lines.get(3)).as("an object source").isLessThanOrEqualTo(15);
    assertThat(lines.get(4)).as("an object cache").isLessThanOrEqualTo(15);
    assertThat(lines.get(5)).as("a format").isLessThan(60);
  }

  @Test
  void aBulkRunFillsTheStore(@TempDir Path folder) throws IOException {
    Observations store = new Observations();
    for (String name : List.of("a", "b", "c")) {
      Path file = folder.resolve(name + ".fits");
      Files.write(file, FitsFixture.file(FitsFixture.image(16, 4, 3)));
      store.rows.put(name, ImageRecord.of(name, ImageSource.of(file)));
    }
    List<CacheStatistics> saved = new ArrayList<>();
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().cache(new BucketCaches(new Bucket()).cache()).build()) {
      BulkProgress progress = bulkRun(thumbnails, store, saved::add, threads, folder).orElseThrow();
      assertThat(progress.state()).isEqualTo(RunState.COMPLETED);
      assertThat(progress.counts().done()).isEqualTo(3);
    }
    assertThat(store.rows.values()).allMatch(image -> image.thumbnail().isPresent());
  }

  @Test
  void objectsAreSourcesAndThumbnails() {
    Bucket bucket = new Bucket();
    bucket.put("m31.fits", FitsFixture.file(FitsFixture.image(16, 4, 3)));
    ThumbnailRequest request = ThumbnailRequest.of(new BucketSources(bucket).source("m31.fits"));
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().cache(new BucketCaches(bucket).cache()).build()) {
      Thumbnail made = thumbnails.generate(request);
      assertThat(made.location().orElseThrow()).startsWith("s3://sky/m31_");
      assertThat(thumbnails.generate(request).origin()).isEqualTo(Thumbnail.Origin.CACHED);
    }
  }

  private static List<String> shown() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    return JAVA_BLOCK
        .matcher(readme)
        .region(readme.indexOf("\n## In your application"), readme.indexOf("\n## Read on"))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static Stream<String> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(match -> match.group(1));
  }

  @Nested
  final class ObservationsContractTest extends ImageStoreContract {

    private final Observations store = new Observations();

    @Override
    protected ImageStore store() {
      return store;
    }

    @Override
    protected String add(Path file) {
      String id = "id" + store.rows.size();
      store.rows.put(id, ImageRecord.of(id, ImageSource.of(file)));
      return id;
    }

    @Override
    protected void remove(String id) {
      store.rows.remove(id);
    }
  }

  @Nested
  final class ExecutorQueueContractTest extends ThumbnailQueueContract {
    @Override
    protected ThumbnailQueue queue(JobHandler handler) {
      return new ExecutorQueue(threads, handler);
    }
  }

  @Nested
  final class BucketCachesContractTest extends ThumbnailCacheContract {

    private final ThumbnailCache cache = new BucketCaches(new Bucket()).cache();

    @Override
    protected ThumbnailCache cache() {
      return cache;
    }
  }
}
