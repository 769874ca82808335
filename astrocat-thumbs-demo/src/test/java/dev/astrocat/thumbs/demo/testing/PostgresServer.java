package dev.astrocat.thumbs.demo.testing;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * One PostgreSQL server for all tests of a JVM, started by the first that wants it and ended with
 * the JVM; each test has a database of its own. Thread-safe.
 */
public final class PostgresServer {

  /** Ten seconds are too few on a busy machine, where the tests would be skipped then. */
  public static final Duration LONGEST_START = Duration.ofMinutes(2);

  /** Of the library's message, with a folder that differs each time. */
  private static final Pattern COMMAND = Pattern.compile("\\[.*]");

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  /** An empty database; the test is skipped where no server can be started. */
  public static DatabaseUrl emptyDatabase() {
    EmbeddedPostgres server = server();
    String name = "test" + DATABASES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("the test's PostgreSQL makes no database", e);
    }
    return DatabaseUrl.parse(
        "postgresql://postgres:postgres@localhost:" + server.getPort() + "/" + name);
  }

  /** Its port on this machine. */
  public static int port() {
    return server().getPort();
  }

  private static EmbeddedPostgres server() {
    Running running = Running.ONE;
    Assumptions.assumeTrue(running.server != null, running.trouble);
    return running.server;
  }

  /** Why a test is skipped where PostgreSQL does not start; the same for all such tests. */
  public static String reason(Exception failure) {
    return System.getProperty("user.name").equals("root")
        ? "no PostgreSQL: it does not start as root here: build as another user"
        : "no PostgreSQL: " + COMMAND.matcher(failure.getMessage()).replaceAll("initdb");
  }

  /** Starts when it is first looked at. */
  private enum Running {
    ONE;

    private final EmbeddedPostgres server;
    private final String trouble;

    Running() {
      EmbeddedPostgres started = null;
      String why = "";
      try {
        started =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(LONGEST_START)
                .start();
      } catch (IOException | IllegalStateException e) {
        why = reason(e);
      }
      server = started;
      trouble = why;
    }
  }
}
