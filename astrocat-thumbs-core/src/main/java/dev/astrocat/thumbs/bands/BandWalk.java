package dev.astrocat.thumbs.bands;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Shows all rows of an image to visitors, a few rows at a time, so that memory does not grow with
 * the image. Bands come in no certain order when the crew has more than one member.
 */
public final class BandWalk {

  /** Bytes of a band: small enough for a core's own cache, large enough for one read call. */
  private static final int BAND_BYTES = 256 << 10;

  private final PixelSource source;
  private final DecodeContext context;
  private final Crew crew;

  /** A walk over this image, which gives up when the context does. */
  public BandWalk(PixelSource source, DecodeContext context, Crew crew) {
    this.source = source;
    this.context = context;
    this.crew = crew;
  }

  /** The image. */
  public PixelSource source() {
    return source;
  }

  /**
   * Sees a band.
   *
   * @param <P> what one thread collects
   */
  @FunctionalInterface
  public interface Visitor<P> {
    /**
     * Sees blocks {@code firstBlock} up to, not including, {@code endBlock}, read into the band.
     */
    void visit(P part, RowBand band, int firstBlock, int endBlock) throws IOException;
  }

  /**
   * Walks over all blocks of rows. Blocks.
   *
   * @param blocks how rows belong together; one block is never split over two bands
   * @param newPart makes what one thread collects into
   * @return the parts of all threads that took part
   */
  public <P> List<P> walk(Blocks blocks, Supplier<P> newPart, Visitor<P> visitor)
      throws IOException {
    int perBand = blocksPerBand(blocks);
    int bands = (blocks.count() + perBand - 1) / perBand;
    AtomicInteger next = new AtomicInteger();
    Callable<P> work =
        () -> {
          P part = newPart.get();
          RowBand band = newBand(blocks, perBand);
          int i = next.getAndIncrement();
          try {
            for (; i < bands; i = next.getAndIncrement()) {
              context.checkpoint();
              int first = i * perBand;
              int end = Math.min(first + perBand, blocks.count());
              int row = blocks.first(first);
              source.readRows(row, blocks.first(end) - row, band);
              visitor.visit(part, band, first, end);
            }
          } finally {
            next.set(bands); // after a failure nobody else begins another band
          }
          return part;
        };
    return runAll(work, Math.min(crew.size(), bands));
  }

  private int blocksPerBand(Blocks blocks) {
    ImageInfo info = source.info();
    long blockBytes = (long) info.width() * info.channels() * info.type().bytes() * blocks.size();
    return (int) Math.max(1, Math.min(blocks.count(), BAND_BYTES / blockBytes));
  }

  private RowBand newBand(Blocks blocks, int perBand) {
    ImageInfo info = source.info();
    int rows = Math.min(info.height(), perBand * blocks.size());
    long bytes = (long) rows * info.width() * info.channels() * info.type().bytes();
    if (bytes > BAND_BYTES) {
      context.reserve(bytes); // blocks of a huge image, reduced to very few pixels
    }
    return new RowBand(info.type(), info.width(), info.channels(), rows);
  }

  private <P> List<P> runAll(Callable<P> work, int threads) throws IOException {
    List<Share<P>> shares = new ArrayList<>();
    while (shares.size() < threads - 1) {
      Share<P> share = new Share<>(work);
      try {
        crew.executor().execute(share);
      } catch (RejectedExecutionException e) {
        break; // a full or closed executor costs its threads, not the picture
      }
      shares.add(share);
    }
    Share<P> own = new Share<>(work);
    own.run();
    shares.add(0, own); // its failure tells most: an interrupt of the caller fails the others too
    return results(shares);
  }

  /** Waits for all shares, even when one has failed: the caller may close the image next. */
  private static <P> List<P> results(List<Share<P>> shares) throws IOException {
    List<P> parts = new ArrayList<>();
    List<ExecutionException> failures = new ArrayList<>();
    for (Share<P> share : shares) {
      try {
        share.addResultTo(parts);
      } catch (ExecutionException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw rethrown(failures.get(0));
    }
    return parts;
  }

  private static IOException rethrown(ExecutionException failure) throws IOException {
    Throwable cause = failure.getCause();
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }

  /** One thread's part of a walk; one that has not begun when the others are through is dropped. */
  private static final class Share<P> implements Runnable {

    private final AtomicBoolean claimed = new AtomicBoolean();
    private final FutureTask<P> task;

    Share(Callable<P> work) {
      this.task = new FutureTask<>(work);
    }

    @Override
    public void run() {
      if (claimed.compareAndSet(false, true)) {
        task.run();
      }
    }

    void addResultTo(List<P> parts) throws ExecutionException {
      if (claimed.compareAndSet(false, true)) {
        task.cancel(false); // a busy executor may hold it for long: it lets go of the image
        return;
      }
      boolean interrupted = false;
      try {
        while (true) {
          try {
            parts.add(task.get());
            return;
          } catch (InterruptedException e) {
            interrupted = true; // rows may still be in use: wait, the share sees the deadline
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
