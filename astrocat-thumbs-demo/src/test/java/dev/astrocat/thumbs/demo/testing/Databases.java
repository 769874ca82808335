package dev.astrocat.thumbs.demo.testing;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import java.util.UUID;

/** Empty databases for tests. */
public final class Databases {

  private Databases() {}

  /** In memory, as long as the JVM lives. */
  public static DatabaseUrl h2() {
    return DatabaseUrl.parse("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** On the server of all tests; the test is skipped where there is none. */
  public static DatabaseUrl postgres() {
    return PostgresServer.emptyDatabase();
  }
}
