package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.corridor.HostCall;
import dev.astrocat.thumbs.digest.Digests;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Starts runs, of which a key has but one at a time. Whoever joins a run of the same request from
 * elsewhere also goes on with its list, since the one who began it may be dead. Thread-safe.
 */
final class RunStarts {

  private static final String REQUEST = "request";

  private final ProgressStore store;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final Predicate<String> isListedHere;

  /**
   * Starts runs.
   *
   * @param isListedHere whether this producer itself is listing a run
   */
  RunStarts(ProgressStore store, InstantSource clock, Predicate<String> isListedHere) {
    this.isListedHere = isListedHere;
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
    String run = head.run();
    RunSums sums = ledger.sums(run);
    boolean isSilent = head.state() != RunState.PAUSED && sums.isSilent(clock.instant());
    if (sums.isComplete() || isSilent && (sums.isListed() || !sums.isIdle())) {
      return Optional.empty(); // its jobs may be lost too
    }
    Optional<Listing> old = sums.isListed() ? Optional.empty() : listing(request, run);
    if (old.isEmpty() && isSilent) {
      return Optional.empty();
    }
    return Optional.of(
        new Started(run, old.filter(o -> !isListedHere.test(run)).flatMap(o -> takeOver(run, o))));
  }

  /** How far the run is listed; empty if it is of another request. */
  private Optional<Listing> listing(BulkRequest request, String run) {
    Map<String, String> fields = store.read(ProgressKeys.chunks(run));
    return Optional.ofNullable(fields.get(Listing.FIELD))
        .filter(text -> digest(request).equals(fields.get(REQUEST)))
        .map(text -> HostCall.run("reading a run's progress", () -> Listing.parse(text)));
  }

  /** Nothing is lost if its producer is alive after all: that one stops. */
  private Optional<Listing> takeOver(String run, Listing old) {
    Listing mine = old.by(UUID.randomUUID().toString());
    return ledger.advance(run, old, mine) ? Optional.of(mine) : Optional.empty();
  }

  private static String digest(BulkRequest request) {
    return Digests.md5(request.toString());
  }
}
