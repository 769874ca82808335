package dev.astrocat.thumbs.demo.catalog;

import com.zaxxer.hikari.HikariConfig;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import java.time.Duration;

/** How connections are made and kept. */
final class Pools {

  /** Two servers and four workers stay below the 100 connections that PostgreSQL allows. */
  private static final int MOST_CONNECTIONS = 14;

  /** Who waits for a connection gets an answer within a second. */
  private static final Duration WAIT = Duration.ofMillis(900);

  private static final Duration VALIDATION = Duration.ofMillis(400);

  /** Statements of a page take milliseconds; after this a silent network counts as down. */
  private static final int SOCKET_SECONDS = 20;

  private static final int CONNECT_SECONDS = 2;

  private Pools() {}

  /** Connections that all threads share, to a server. */
  static HikariConfig shared(DatabaseUrl url) {
    HikariConfig config = server(url);
    config.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_SECONDS));
    return many(config);
  }

  /** Connections that all threads share, to a database in this process. */
  static HikariConfig shared(EmbeddedDatabase database) {
    HikariConfig config = base();
    config.setDataSource(database);
    return many(config);
  }

  /** Two connections to a server without a limit of time, for changing the schema. */
  static HikariConfig patient(DatabaseUrl url) {
    HikariConfig config = server(url);
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(Duration.ofSeconds(CONNECT_SECONDS).toMillis());
    return config;
  }

  private static HikariConfig many(HikariConfig config) {
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(20).toMillis());
    return config;
  }

  private static HikariConfig server(DatabaseUrl url) {
    HikariConfig config = base();
    config.setJdbcUrl(url.jdbcUrl());
    url.user().ifPresent(config::setUsername);
    url.password().ifPresent(config::setPassword);
    config.setDriverClassName("org.postgresql.Driver");
    config.addDataSourceProperty("ApplicationName", "astrocat-thumbs");
    config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // Compiling a statement takes longer than any of ours runs.
    config.setConnectionInitSql("set jit = off");
    return config;
  }

  private static HikariConfig base() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("astrocat");
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setInitializationFailTimeout(Duration.ofSeconds(1).toMillis());
    return config;
  }
}
