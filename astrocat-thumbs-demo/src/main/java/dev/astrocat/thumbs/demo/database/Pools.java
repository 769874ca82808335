package dev.astrocat.thumbs.demo.database;

import com.zaxxer.hikari.HikariConfig;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.embedded.EmbeddedDatabase;
import java.time.Duration;
import javax.sql.DataSource;

/** How connections are made and kept. */
final class Pools {

  /** Two servers and four workers stay below the 100 connections that PostgreSQL allows. */
  private static final int MOST_CONNECTIONS = 14;

  /** Who waits for a connection to a server gets an answer within a second. */
  private static final Duration WAIT = Duration.ofMillis(900);

  /** A database in this process is never away: it is slow where the machine is busy. */
  private static final Duration EMBEDDED_WAIT = Duration.ofSeconds(30);

  private static final Duration VALIDATION = Duration.ofMillis(400);

  /** A connection that is silent for so long while others are not is lost. */
  private static final int SOCKET_SECONDS = 20;

  private static final int CONNECT_SECONDS = 2;

  /** A process that starts has nobody to answer yet, so it may wait longer. */
  private static final int FIRST_CONNECT_SECONDS = 10;

  private static final int NO_LIMIT = 0;

  private Pools() {}

  /** Connections of a server that are broken when it is silent. */
  static BreakableConnections breakable(DatabaseUrl url) {
    return connections(url, CONNECT_SECONDS, SOCKET_SECONDS);
  }

  /** One connection that gives up soon. */
  static DataSource impatient(DatabaseUrl url) {
    return connections(url, Pulse.SECONDS, Pulse.SECONDS);
  }

  private static BreakableConnections connections(
      DatabaseUrl url, int connectSeconds, int socketSeconds) {
    BreakableConnections connections = new BreakableConnections();
    connections.setApplicationName("astrocat-thumbs");
    connections.setConnectTimeout(connectSeconds);
    connections.setSocketTimeout(socketSeconds);
    connections.setTcpKeepAlive(true);
    connections.setURL(url.jdbcUrl()); // last, as it outranks our ways
    url.user().ifPresent(connections::setUser);
    url.password().ifPresent(connections::setPassword);
    return connections;
  }

  /** Connections that all threads share, to a server. */
  static HikariConfig shared(BreakableConnections server) {
    return many(of(server), WAIT);
  }

  /** Connections that all threads share, to a database in this process. */
  static HikariConfig shared(EmbeddedDatabase database) {
    return many(of(database.connections()), EMBEDDED_WAIT);
  }

  /** Two connections to a server without a limit of time, for changing the schema. */
  static HikariConfig patient(DatabaseUrl url) {
    HikariConfig config = of(connections(url, FIRST_CONNECT_SECONDS, NO_LIMIT));
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(Duration.ofSeconds(FIRST_CONNECT_SECONDS).toMillis());
    return config;
  }

  private static HikariConfig many(HikariConfig config, Duration wait) {
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(wait.toMillis());
    config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(20).toMillis());
    return config;
  }

  private static HikariConfig of(BreakableConnections server) {
    HikariConfig config = of((DataSource) server);
    // Compiling a statement takes longer than any of ours runs.
    config.setConnectionInitSql("set jit = off");
    return config;
  }

  private static HikariConfig of(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("astrocat");
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setInitializationFailTimeout(Duration.ofSeconds(1).toMillis());
    return config;
  }
}
