package dev.astrocat.thumbs.demo.serve.http;

import dev.astrocat.thumbs.demo.database.StoreException;
import redis.clients.jedis.exceptions.JedisException;

/** Tells an outage of the database or of Redis from other failures. Stateless. */
final class StoreFailures {

  private StoreFailures() {}

  /** Whether a store that is away caused it. */
  static boolean isOutage(Throwable failure) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof StoreException store && store.kind() == StoreException.Kind.UNAVAILABLE
          || cause instanceof JedisException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
