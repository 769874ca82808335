package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.catalog.StoreException.Kind;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * H2 in this process, and when it writes its file. Thread-safe.
 *
 * <p>H2 would write by itself, in threads of its own: it then gathers the tables one by one while
 * transactions change them, so that rows lack their index entries; a chunk that is written right
 * after another lacks its place, so that the file cannot be opened; and a checkpoint does not wait
 * for a chunk that is on its way. All this heals with the next chunk, unless the process is killed
 * before. So here the file is written by one thread at a time, and only between transactions.
 */
final class EmbeddedDatabase implements DataSource, AutoCloseable {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** A killed process loses no more than what was changed meanwhile; each time costs 10 KB. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Neither from time to time in a thread of H2 (above 0) nor at each commit (0). */
  private static final int NOT_BY_ITSELF = -1;

  /**
   * How many saved states stay whole in the file: what the last one needs is not overwritten before
   * the next one is found, which takes two writes.
   */
  private static final int VERSIONS = 3;

  private final String jdbcUrl;
  private final Turns turns = new Turns();
  private final Thread saving;
  private volatile @Nullable MVStore store;

  EmbeddedDatabase(String jdbcUrl) {
    NewestChunkFiles.register();
    this.jdbcUrl = jdbcUrl;
    this.saving = new Thread(this::saveAgainAndAgain, "database-saving");
    saving.setDaemon(true);
  }

  /** From now on changes are on their way to the disk after a tenth of a second. */
  void keepSaving() {
    save();
    saving.start();
  }

  /**
   * Hands all that is committed to the operating system.
   *
   * @throws StoreException {@code UNAVAILABLE} if the file cannot be written
   */
  void save() {
    MVStore file = store;
    if (file != null) {
      turns.between(() -> write(file));
    }
  }

  private static void write(MVStore file) {
    try {
      file.commit();
    } catch (MVStoreException | DbException e) {
      throw new StoreException(Kind.UNAVAILABLE, "the database cannot be written", e);
    }
    if (file.isClosed()) {
      throw new StoreException(Kind.UNAVAILABLE, "the database was closed before it was written");
    }
  }

  private void saveAgainAndAgain() {
    try {
      while (true) {
        Thread.sleep(PAUSE.toMillis());
        saveChanges();
      }
    } catch (InterruptedException e) {
      log.debug("{} ends", saving.getName(), e);
    }
  }

  private void saveChanges() {
    MVStore file = store;
    if (file == null || file.isClosed() || !file.hasUnsavedChanges()) {
      return;
    }
    try {
      save();
    } catch (StoreException e) {
      log.warn("{}: {}", e.getMessage(), String.valueOf(e.getCause()));
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = DriverManager.getConnection(jdbcUrl);
    if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      MVStore file = session.getDatabase().getStore().getMvStore();
      file.setAutoCommitDelay(NOT_BY_ITSELF);
      file.setVersionsToKeep(VERSIONS);
      store = file;
    }
    return turns.among(connection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the URL tells the user");
  }

  /** Ends the saving; the last connection that is closed saves what is left. */
  @Override
  public void close() {
    saving.interrupt();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // What there is to say is thrown or logged.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // A file needs none.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
