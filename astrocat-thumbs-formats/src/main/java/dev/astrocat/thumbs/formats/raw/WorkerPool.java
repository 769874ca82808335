package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Worker processes, each for one file at a time, first come first served. A worker that dies takes
 * nothing with it but its file, which is tried once more in a new one. Thread-safe; starts no
 * thread.
 */
final class WorkerPool implements RawDeveloper {

  private final Semaphore places;
  private final Workers workers;
  private final CrashMemory crashes = new CrashMemory();

  WorkerPool(RawOptions options, WorkerCode code) {
    this.places = new Semaphore(options.workers(), true);
    this.workers = new Workers(options, code);
  }

  /** Starts a worker, the first time. */
  @Override
  public Availability availability() {
    Optional<Availability> known = workers.availability();
    if (known.isPresent()) {
      return known.get();
    }
    DecodeContext context = new DecodeContext(Limits.defaults(), ImageSelection.DEFAULT);
    try {
      take(context);
      try {
        workers.giveBack(workers.fresh(context));
      } finally {
        places.release();
      }
      return workers.availability().orElse(Availability.READY);
    } catch (LimitException | DecodeException | IOException e) {
      return workers
          .availability()
          .orElseGet(() -> Availability.missing(String.valueOf(e.getMessage())));
    }
  }

  @Override
  public RawFrame develop(SourceBytes source, Development wish, DecodeContext context)
      throws IOException, RawRefusal {
    workers.requireEngine();
    RawDeveloper.requireSize(source);
    CrashMemory.Key key = CrashMemory.Key.of(source);
    Optional<String> crash = crashes.find(key, workers.version());
    if (crash.isPresent()) {
      throw crashed(source, crash.get());
    }
    take(context);
    try {
      return twice(source, wish, context, key);
    } finally {
      places.release();
    }
  }

  private void take(DecodeContext context) {
    try {
      if (!places.tryAcquire(context.remainingTime().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new LimitException(ErrorCode.LIMIT_TIME, "no RAW worker was free in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimitException(ErrorCode.CANCELLED, "the thread was interrupted", e);
    }
  }

  private RawFrame twice(
      SourceBytes source, Development wish, DecodeContext context, CrashMemory.Key key)
      throws IOException, RawRefusal {
    try {
      return once(workers.idleOrFresh(context), source, wish, context);
    } catch (WorkerDeath first) {
      requireCrash(first, context);
    }
    try {
      return once(workers.fresh(context), source, wish, context);
    } catch (WorkerDeath second) {
      requireCrash(second, context);
      String how = String.valueOf(second.getMessage());
      crashes.add(key, workers.version(), how);
      throw crashed(source, how);
    }
  }

  private RawFrame once(
      WorkerProcess worker, SourceBytes source, Development wish, DecodeContext context)
      throws IOException, RawRefusal, WorkerDeath {
    boolean answered = false;
    try {
      RawFrame frame = worker.develop(source, wish, context);
      answered = true;
      return frame;
    } catch (RawRefusal e) {
      answered = true;
      throw e;
    } finally {
      if (answered) {
        workers.giveBack(worker);
      } else {
        workers.end(worker);
      }
    }
  }

  /** Deaths that are no crash: killed at the deadline, by close, or for want of memory. */
  private void requireCrash(WorkerDeath death, DecodeContext context) {
    workers.requireOpen();
    context.checkpoint();
    if (death.isOutOfMemory()) {
      throw new LimitException(
          ErrorCode.LIMIT_MEMORY,
          "camera RAW takes more memory than a worker has; see RawOptions.withMemory",
          death);
    }
  }

  private static DecodeException crashed(SourceBytes source, String how) {
    return new DecodeException(
        ErrorCode.NATIVE_CRASH,
        "camera RAW " + source.name() + " ended two worker processes: " + how,
        null);
  }

  @Override
  public void close() throws IOException {
    workers.close();
  }
}
