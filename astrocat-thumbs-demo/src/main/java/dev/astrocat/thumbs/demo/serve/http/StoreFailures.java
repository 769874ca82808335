package dev.astrocat.thumbs.demo.serve.http;

import dev.astrocat.thumbs.demo.database.StoreException;
import java.util.Optional;
import redis.clients.jedis.exceptions.JedisException;

/** Tells an outage of the database or of Redis from other failures. Stateless. */
final class StoreFailures {

  private static final int RETRY_SECONDS = 5;

  private StoreFailures() {}

  /** What to answer if a store that is away caused the failure. */
  static Optional<RequestProblem> outage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException store && store.isOutage()) {
        return Optional.of(
            store.kind() == StoreException.Kind.FULL
                ? RequestProblem.databaseFull(RETRY_SECONDS)
                : RequestProblem.databaseUnavailable(RETRY_SECONDS));
      }
      if (cause instanceof JedisException) {
        return Optional.of(RequestProblem.redisUnavailable(RETRY_SECONDS));
      }
    }
    return Optional.empty();
  }
}
