package dev.astrocat.thumbs.host;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Watches and steers runs, from any process of the host. Thread-safe.
 *
 * <p>Workers read a run's state before each image, so what is said here takes effect with the next
 * one. Nothing happens to a run that has ended, or that is in the wanted state already.
 */
public final class BulkRuns {

  private final RunLedger ledger;

  /** Runs whose progress is kept there. */
  public BulkRuns(ProgressStore progress) {
    ledger = new RunLedger(progress, InstantSource.system());
  }

  /**
   * How far the latest run under a key has come, summed over its chunks at this moment.
   *
   * @param key see {@link ProgressKeys} and {@link BulkRequest#key}
   * @throws dev.astrocat.thumbs.HostException {@code HOST_FAILURE} if the store fails
   */
  public Optional<BulkProgress> progress(String key) {
    return ledger.progress(key);
  }

  /** Lets workers leave it alone; whether it is paused by this call. */
  public boolean pause(String key) {
    return change(key, state -> state != RunState.PAUSED, RunState.PAUSED);
  }

  /** Lets workers go on with it; whether it was paused. */
  public boolean resume(String key) {
    return change(key, state -> state == RunState.PAUSED, RunState.RUNNING);
  }

  /** Ends it, leaving what is queued undone; whether it is cancelled by this call. */
  public boolean cancel(String key) {
    return change(key, state -> true, RunState.CANCELLED);
  }

  private boolean change(String key, Predicate<RunState> from, RunState to) {
    Optional<RunHead> head = open(key, from);
    while (head.isPresent()) {
      if (ledger.move(key, head.get(), to)) {
        return true;
      }
      head = open(key, from);
    }
    return false;
  }

  private Optional<RunHead> open(String key, Predicate<RunState> from) {
    return ledger.head(key).filter(head -> !head.state().isEnd() && from.test(head.state()));
  }
}
