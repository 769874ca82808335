package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.BulkRuns;
import dev.astrocat.thumbs.host.BulkThumbnails;
import dev.astrocat.thumbs.host.ImageCounts;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.host.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Starts runs, lists and steers them, for all processes of an installation. Thread-safe.
 *
 * <p>What can be started again from the book is: a run whose progress is lost, whose list could not
 * be read to its end or whose process was killed while it was listing.
 */
public final class Bulk {

  /** Nobody has told of the run for so long; then another start takes its place in core, too. */
  private static final Duration STALLED = Duration.ofMinutes(2).plusSeconds(5);

  /** A run that is lost after so long is not wanted any more. */
  private static final Duration WANTED = Duration.ofDays(1);

  private static final int MOST_ATTEMPTS = 5;

  private final BulkThumbnails producer;
  private final BulkThumbnails urgent;
  private final SchedulerQueue queue;
  private final ProgressStore progress;
  private final BulkRuns runs;
  private final RunBook book;

  /**
   * Runs of one installation.
   *
   * @param lister lists the images of a run, in one task that may take as long as the run
   */
  public Bulk(
      Database database,
      ImageStore images,
      SchedulerQueue queue,
      ProgressStore progress,
      Executor lister) {
    producer = new BulkThumbnails(images, queue, progress, lister);
    urgent = new BulkThumbnails(images, queue, progress, Runnable::run);
    this.queue = queue;
    this.progress = progress;
    runs = new BulkRuns(progress);
    book = new RunBook(database);
  }

  /**
   * Starts a run, or joins the one that is alive under the same key. Runs for which somebody waits
   * are not listed, nor are those of new images; their jobs are in the queue when this returns.
   *
   * @param label what it is about, for people
   * @throws dev.astrocat.thumbs.HostException {@code HOST_FAILURE} if it could not be started
   */
  public Run start(BulkRequest request, String label) {
    return start(request, label, 1);
  }

  private Run start(BulkRequest wanted, String label, int attempts) {
    // What a grid shows on most screens; made of the same decode, it costs a seventh more.
    BulkRequest request = wanted.options(wanted.options().beside(NamedSize.GRID));
    if (request.priority() != Priority.BULK) {
      return startUrgent(request, label);
    }
    String id = producer.start(request);
    book.started(request.key(), Run.THUMBNAILS, label, RequestText.of(request), attempts);
    return new Run(request.key(), Run.THUMBNAILS, label, started(request, id));
  }

  /** Nobody starts it again from the book, so whoever wants it is told if it cannot be queued. */
  private Run startUrgent(BulkRequest request, String label) {
    String id = urgent.start(request);
    BulkProgress state = started(request, id);
    if (state.state() == RunState.FAILED) {
      throw new StoreException(StoreException.Kind.UNAVAILABLE, "the images are not queued");
    }
    return new Run(request.key(), Run.THUMBNAILS, label, state);
  }

  /** What is written of it, or what would be if it were not so early. */
  private BulkProgress started(BulkRequest request, String id) {
    Instant now = Instant.now();
    BulkProgress early =
        new BulkProgress(
            request.key(), id, request.about(), RunState.QUEUED, ImageCounts.NONE, now, now);
    return runs.progress(request.key()).orElse(early);
  }

  /** Tells of work that is not made of jobs, such as a scan, so that it is listed with the runs. */
  public void tell(String kind, String label, BulkProgress state) {
    String key = state.key();
    progress.write(key, ToldProgress.fields(state));
    Optional<BookedRun> known =
        book.find(key).filter(run -> run.started().isAfter(state.started()));
    if (known.isEmpty()) {
      book.started(key, kind, label, Optional.empty(), 1);
    }
    if (state.state().isEnd()) {
      book.ended(key);
    }
  }

  /** Runs that have not ended, or ended less than an hour ago; the latest first. */
  public List<Run> runs() {
    return book.recent().stream().flatMap(run -> shown(run).stream()).toList();
  }

  /** The latest run under a key, whether it is listed or not. */
  public Optional<Run> run(String key) {
    return book.find(key)
        .flatMap(this::shown)
        .or(() -> runs.progress(key).map(state -> new Run(key, Run.THUMBNAILS, "", state)));
  }

  private Optional<Run> shown(BookedRun run) {
    Optional<BulkProgress> state =
        run.kind().equals(Run.THUMBNAILS)
            ? runs.progress(run.key())
            : ToldProgress.of(run.key(), progress.read(run.key()));
    return state.map(present -> new Run(run.key(), run.kind(), run.label(), present));
  }

  /** Ends a run, leaving what is queued undone; whether it is cancelled by this call. */
  public boolean cancel(String key) {
    return runs.cancel(key);
  }

  /** Lets workers leave it alone; whether it is paused by this call. */
  public boolean pause(String key) {
    return runs.pause(key);
  }

  /** Lets workers go on with it; whether it was paused. */
  public boolean resume(String key) {
    return runs.resume(key);
  }

  /** Closes the book of runs that have ended, and starts again what was lost on the way. */
  public void tend() {
    for (BookedRun run : book.open()) {
      Optional<BulkProgress> state = runs.progress(run.key());
      if (isLost(run, state)) {
        restart(run);
      } else if (state.isEmpty() || state.get().state().isEnd()) {
        book.ended(run.key());
      }
    }
    book.sweep();
  }

  private boolean isLost(BookedRun run, Optional<BulkProgress> state) {
    boolean isWanted =
        run.request().isPresent()
            && run.attempts() < MOST_ATTEMPTS
            && run.started().isAfter(Instant.now().minus(WANTED));
    return isWanted && state.map(this::isStuck).orElse(true);
  }

  private boolean isStuck(BulkProgress state) {
    if (state.state() == RunState.FAILED) {
      return true;
    }
    boolean isSilent = state.updated().plus(STALLED).isBefore(Instant.now());
    return isSilent
        && !state.state().isEnd()
        && state.state() != RunState.PAUSED
        && queue.jobsOf(state.run()) == 0;
  }

  private void restart(BookedRun run) {
    start(RequestText.parse(run.request().orElseThrow()), run.label(), run.attempts() + 1);
  }
}
