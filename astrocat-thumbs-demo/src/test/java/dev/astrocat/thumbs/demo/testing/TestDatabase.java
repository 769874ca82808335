package dev.astrocat.thumbs.demo.testing;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Databases that a test runs on: for {@code @ParameterizedClass @EnumSource}. Each is opened once
 * in a JVM, as making the schema takes longer than most tests. One test at a time.
 */
public enum TestDatabase {
  /** In memory. */
  H2,
  /** A server; without one the test is skipped. */
  POSTGRESQL;

  private static final List<String> TABLES =
      List.of(
          "images",
          "folders",
          "mounts",
          "system_stats",
          "leases",
          "runs",
          "progress_keys",
          "workers",
          "scheduled_tasks");

  private static final ConcurrentMap<TestDatabase, Database> OPEN = new ConcurrentHashMap<>();

  /** The database without rows; not to be closed. */
  public Database emptied() {
    Database database = OPEN.computeIfAbsent(this, kind -> Database.open(kind.address()));
    TABLES.forEach(table -> database.use(handle -> handle.execute("delete from " + table)));
    return database;
  }

  /** Where an empty database of the test's own is. */
  public DatabaseUrl address() {
    return this == H2
        ? DatabaseUrl.parse("jdbc:h2:mem:test" + System.nanoTime() + ";DB_CLOSE_DELAY=-1")
        : PostgresServer.emptyDatabase();
  }
}
