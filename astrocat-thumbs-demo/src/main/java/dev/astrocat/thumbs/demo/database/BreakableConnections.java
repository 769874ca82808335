package dev.astrocat.thumbs.demo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes connections to PostgreSQL, and breaks those that it made when told. Thread-safe. */
final class BreakableConnections extends PGSimpleDataSource {

  private static final Logger log = LoggerFactory.getLogger(BreakableConnections.class);

  private static final long serialVersionUID = 1L;

  private final transient Set<Connection> made =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Connection connection = super.getConnection(user, password);
    made.add(connection);
    return connection;
  }

  /** Whoever waits for an answer of any of them is told at once that there will be none. */
  void breakAll() {
    List<Connection> all;
    synchronized (made) {
      all = List.copyOf(made);
      made.clear();
    }
    all.forEach(BreakableConnections::broken);
  }

  private static void broken(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("{} was broken before", connection, e);
    }
  }
}
