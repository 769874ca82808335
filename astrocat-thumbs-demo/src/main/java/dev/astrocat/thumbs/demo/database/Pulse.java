package dev.astrocat.thumbs.demo.database;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a database for a sign of life twice a second, on a connection of its own. A database that is
 * stopped, or behind a cable that is cut, refuses nothing: who asked it before would wait for very
 * long. So once it is silent for a while all connections are broken, until it answers again.
 * Statements may take as long as they like while it does. Thread-safe.
 */
final class Pulse implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Pulse.class);

  /** Connecting is given up after this. */
  static final int SECONDS = 2;

  /** Who has no answer by then is told so within two seconds; a machine that swaps may need one. */
  private static final int SILENCE_MILLIS = 1_400;

  private static final long PAUSE_MILLIS = 500;

  /** The connection is no more, or the server is going down or coming up. */
  private static final Set<String> SILENT_STATES = Set.of("57P01", "57P02", "57P03");

  private static final String CONNECTION_CLASS = "08";

  private final DataSource own;
  private final BreakableConnections others;
  private final Thread thread = new Thread(this::run, "pulse of the database");
  private Optional<Connection> connection = Optional.empty();
  private volatile boolean isAway;

  private Pulse(DataSource own, BreakableConnections others) {
    this.own = own;
    this.others = others;
    thread.setDaemon(true);
  }

  /**
   * Begins.
   *
   * @param own where its connection comes from; gives up after {@link #SECONDS}
   * @param others what is broken when the database is silent
   */
  static Pulse start(DataSource own, BreakableConnections others) {
    Pulse pulse = new Pulse(own, others);
    pulse.thread.start();
    return pulse;
  }

  /** Whether the database was silent when it was asked last. No I/O. */
  boolean isAway() {
    return isAway;
  }

  private void run() {
    try {
      while (true) {
        isAway = !isAnswered();
        if (isAway) {
          others.breakAll();
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      log.debug("no more questions", e);
    } finally {
      isAway = false; // as nobody looks any more
      hangUp();
    }
  }

  private boolean isAnswered() {
    boolean isNew = connection.isEmpty();
    try {
      ask();
      return true;
    } catch (SQLException e) {
      log.debug("no answer", e);
      hangUp();
      // A connection may end for its own reasons; silence is told by the first.
      boolean isAskedAgain = !isNew && !(e.getCause() instanceof SocketTimeoutException);
      return isAskedAgain ? isAnswered() : !isSilence(e);
    }
  }

  private void ask() throws SQLException {
    if (connection.isEmpty()) {
      connection = Optional.of(own.getConnection());
      connection.get().setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
    }
    try (Statement statement = connection.get().createStatement()) {
      statement.execute("select 1");
    }
  }

  /** A server that has no connection left, say, is there. */
  private static boolean isSilence(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith(CONNECTION_CLASS) || SILENT_STATES.contains(state);
  }

  private void hangUp() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (SQLException e) {
      log.debug("the connection was broken before", e);
    }
    connection = Optional.empty();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
