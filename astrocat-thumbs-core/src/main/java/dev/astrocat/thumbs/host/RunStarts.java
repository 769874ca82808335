package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.corridor.HostCall;
import dev.astrocat.thumbs.digest.Digests;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts runs, of which a key has but one at a time. What is silent is followed by a new run, or
 * gone on with if its producer died while it listed the same images. Thread-safe.
 */
final class RunStarts {

  private static final String REQUEST = "request";

  private final ProgressStore store;
  private final RunLedger ledger;
  private final InstantSource clock;

  RunStarts(ProgressStore store, InstantSource clock) {
    this.store = new GuardedProgressStore(store);
    this.ledger = new RunLedger(store, clock);
    this.clock = clock;
  }

  /**
   * A run that is alive now.
   *
   * @param listing from where the caller has to list its images; empty if somebody else does
   */
  record Started(String run, Optional<Listing> listing) {}

  Started start(BulkRequest request) {
    String key = request.key();
    String run = UUID.randomUUID().toString();
    Listing listing = Listing.first(run);
    String now = String.valueOf(clock.millis());
    store.write(
        ProgressKeys.chunks(run),
        Map.of(
            RunSums.STARTED,
            now,
            RunSums.UPDATED,
            now,
            RunSums.ABOUT,
            request.about(),
            REQUEST,
            digest(request),
            Listing.FIELD,
            listing.text()));
    String head = new RunHead(run, RunState.QUEUED).text();
    while (true) {
      Map<String, String> present = store.read(key);
      Optional<Started> other =
          HostCall.run("reading a run's progress", () -> RunHead.of(present))
              .filter(alive -> !alive.state().isEnd())
              .flatMap(alive -> joined(request, alive));
      if (other.isPresent()) {
        return other.get();
      }
      Optional<String> old = Optional.ofNullable(present.get(RunHead.FIELD));
      if (store.replace(key, RunHead.FIELD, old, head)) {
        ledger.publish(key, run);
        return new Started(run, Optional.of(listing));
      }
    }
  }

  /** Empty if that run is to be followed by a new one. */
  private Optional<Started> joined(BulkRequest request, RunHead head) {
    RunSums sums = ledger.sums(head.run());
    if (sums.isComplete()) {
      return Optional.empty();
    }
    if (head.state() == RunState.PAUSED || !sums.isSilent(clock.instant())) {
      return Optional.of(new Started(head.run(), Optional.empty()));
    }
    return sums.isListed() ? Optional.empty() : takenUp(request, head.run());
  }

  private Optional<Started> takenUp(BulkRequest request, String run) {
    String chunks = ProgressKeys.chunks(run);
    Map<String, String> fields = store.read(chunks);
    Optional<String> old = Optional.ofNullable(fields.get(Listing.FIELD));
    if (old.isEmpty() || !digest(request).equals(fields.get(REQUEST))) {
      return Optional.empty();
    }
    Listing mine =
        HostCall.run("reading a run's progress", () -> Listing.parse(old.get()))
            .by(UUID.randomUUID().toString());
    boolean isMine = store.replace(chunks, Listing.FIELD, old, mine.text());
    ledger.publish(request.key(), run);
    // If not, then another one has taken it up at the same time, or its producer was only slow.
    return Optional.of(new Started(run, Optional.of(mine).filter(listing -> isMine)));
  }

  private static String digest(BulkRequest request) {
    return Digests.md5(request.toString());
  }
}
