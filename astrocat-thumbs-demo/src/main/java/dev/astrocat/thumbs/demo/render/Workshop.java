package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.ThumbnailGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of threads that render files in parallel. Threads that have no file, since there
 * are fewer files than threads or the last ones are under way, work inside the images of the
 * others.
 */
final class Workshop implements AutoCloseable {

  private final ThreadPoolExecutor pool;
  private final ThumbnailGenerator generator;

  Workshop(int threads) {
    pool =
        new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    generator = ThumbnailGenerator.builder().executor(this::helpIfIdle, threads).build();
  }

  ThumbnailGenerator generator() {
    return generator;
  }

  /**
   * Renders all files and prints the outcomes in their order.
   *
   * @return whether every file became a picture
   */
  boolean run(Job job, List<String> files, Progress progress, OutcomePrinter printer) {
    List<String> pictures = FileNames.pictures(files, job.folder().name(), job.wish().format);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String file = files.get(i);
      String picture = pictures.get(i);
      outcomes.add(
          pool.submit(
              () -> {
                Outcome outcome = job.run(file, picture);
                progress.advance();
                return outcome;
              }));
    }
    boolean allWell = true;
    for (Future<Outcome> future : outcomes) {
      Outcome outcome = result(future);
      progress.aside(() -> printer.print(outcome));
      allWell &= outcome instanceof Outcome.Rendered;
    }
    progress.finish();
    return allWell;
  }

  /** A share of an image that no thread is free for is dropped: its own thread does it then. */
  private void helpIfIdle(Runnable share) {
    if (pool.getActiveCount() + pool.getQueue().size() < pool.getCorePoolSize()) {
      pool.execute(share);
    }
  }

  private static Outcome result(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a failure that is no outcome", e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    generator.close();
  }
}
