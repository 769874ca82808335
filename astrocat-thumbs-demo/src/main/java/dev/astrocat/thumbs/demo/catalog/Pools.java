package dev.astrocat.thumbs.demo.catalog;

import com.zaxxer.hikari.HikariConfig;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import java.time.Duration;
import javax.sql.DataSource;

/** How connections are made and kept. */
final class Pools {

  /** Two servers and four workers stay below the 100 connections that PostgreSQL allows. */
  private static final int MOST_CONNECTIONS = 14;

  /** Who waits for a connection gets an answer within a second. */
  private static final Duration WAIT = Duration.ofMillis(900);

  private static final Duration VALIDATION = Duration.ofMillis(400);

  /** A connection that is silent for so long while others are not is lost. */
  private static final int SOCKET_SECONDS = 20;

  private static final int CONNECT_SECONDS = 2;

  private static final String NAME = "astrocat-thumbs";

  private Pools() {}

  /** Connections of a server that are broken when it is silent. */
  static BreakableConnections breakable(DatabaseUrl url) {
    return connections(url, SOCKET_SECONDS);
  }

  /** One connection that gives up soon. */
  static DataSource impatient(DatabaseUrl url) {
    return connections(url, Pulse.SECONDS);
  }

  private static BreakableConnections connections(DatabaseUrl url, int seconds) {
    BreakableConnections connections = new BreakableConnections();
    connections.setApplicationName(NAME);
    connections.setConnectTimeout(Math.min(seconds, CONNECT_SECONDS));
    connections.setSocketTimeout(seconds);
    connections.setTcpKeepAlive(true);
    connections.setURL(url.jdbcUrl()); // last, as it outranks our ways
    url.user().ifPresent(connections::setUser);
    url.password().ifPresent(connections::setPassword);
    return connections;
  }

  /** Connections that all threads share. */
  static HikariConfig shared(DatabaseUrl url) {
    HikariConfig config = base(url);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(20).toMillis());
    return config;
  }

  /** Two connections without a limit of time, for changing the schema. */
  static HikariConfig patient(DatabaseUrl url) {
    HikariConfig config = base(url);
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(Duration.ofSeconds(CONNECT_SECONDS).toMillis());
    return config;
  }

  private static HikariConfig base(DatabaseUrl url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("astrocat");
    config.setJdbcUrl(url.jdbcUrl());
    url.user().ifPresent(config::setUsername);
    url.password().ifPresent(config::setPassword);
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setInitializationFailTimeout(Duration.ofSeconds(1).toMillis());
    if (url.kind() == DatabaseUrl.Kind.POSTGRESQL) {
      config.setDriverClassName("org.postgresql.Driver");
      config.addDataSourceProperty("ApplicationName", NAME);
      config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
      config.addDataSourceProperty("tcpKeepAlive", "true");
      // Compiling a statement takes longer than any of ours runs.
      config.setConnectionInitSql("set jit = off");
    } else {
      config.setDriverClassName("org.h2.Driver");
    }
    return config;
  }
}
