package dev.astrocat.thumbs.demo.database;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What time it is for the database, which all processes agree on. */
final class Clocks {

  private Clocks() {}

  static Instant now(Handle handle) {
    return handle.createQuery("select current_timestamp").mapTo(Instant.class).one();
  }
}
