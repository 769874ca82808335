package dev.astrocat.thumbs.demo.serve.http;

import java.sql.SQLException;

/** Tells an outage of the database, or of what keeps progress, from other failures. Stateless. */
@FunctionalInterface
public interface StoreFailures {

  /** By what JDBC and Jedis throw when their server is away. */
  StoreFailures KNOWN = StoreFailures::isKnown;

  /** Whether a store that is away caused it. */
  boolean isOutage(Throwable failure);

  private static boolean isKnown(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException
          || cause instanceof redis.clients.jedis.exceptions.JedisException) {
        return true;
      }
    }
    return false;
  }
}
