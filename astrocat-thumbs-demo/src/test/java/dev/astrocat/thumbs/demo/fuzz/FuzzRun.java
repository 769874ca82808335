package dev.astrocat.thumbs.demo.fuzz;

import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.source.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes thumbnails of broken files, one after the other, and counts what comes of them. One thread
 * at a time.
 */
final class FuzzRun {

  /** A file answers within this time, whatever it holds. */
  static final Duration DEADLINE = Duration.ofSeconds(10);

  /** How often an answer came: {@code picture} or an error code. */
  private final Map<String, Integer> counts = new TreeMap<>();

  private final ThumbnailGenerator thumbnails;
  private final List<Path> files;
  private final ExecutorService worker;

  /** A run over these files; the worker has one thread. */
  FuzzRun(ThumbnailGenerator thumbnails, List<Path> files, ExecutorService worker) {
    this.thumbnails = thumbnails;
    this.files = List.copyOf(files);
    this.worker = worker;
  }

  /**
   * Breaks the file that the seed chooses, and wants an answer.
   *
   * @throws Finding if it is none of those that are allowed
   */
  void once(long seed) throws Finding, IOException, InterruptedException {
    Path file = files.get((int) Math.floorMod(seed, (long) files.size()));
    byte[] broken = new Mutation(seed).of(Files.readAllBytes(file));
    ImageSource source = ImageSource.of(file.getFileName().toString(), broken);
    Future<String> answer = worker.submit(() -> answer(source));
    try {
      counts.merge(answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS), 1, Integer::sum);
    } catch (TimeoutException e) {
      throw new Finding(seed, file, broken, new IllegalStateException("no answer in time", e));
    } catch (ExecutionException e) {
      throw new Finding(seed, file, broken, e.getCause());
    }
  }

  /** Answers so far, in the order of their names. */
  Map<String, Integer> counts() {
    return counts;
  }

  private String answer(ImageSource source) {
    try {
      return thumbnails.generate(ThumbnailRequest.of(source)).bytes().length > 0 ? "picture" : "";
    } catch (ThumbnailException e) {
      return e.code().name();
    }
  }

  /** A broken file that gets something else than a picture or a typed error in time. */
  static final class Finding extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient byte[] broken;
    private final String brokenName;

    Finding(long seed, Path file, byte[] broken, Throwable cause) {
      super("seed " + seed + " of " + file + ": " + cause, cause);
      this.broken = broken;
      this.brokenName = "fuzz-" + seed + "-" + file.getFileName();
    }

    /** A name for the broken file. */
    String brokenName() {
      return brokenName;
    }

    /** The broken file. */
    byte[] broken() {
      return broken;
    }
  }
}
