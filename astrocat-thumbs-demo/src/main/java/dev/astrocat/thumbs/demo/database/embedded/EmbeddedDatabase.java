package dev.astrocat.thumbs.demo.database.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
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
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** A killed process loses no more than what was changed meanwhile; each time costs 10 KB. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** The SQL state of a disk without room, as PostgreSQL has it. */
  public static final String DISK_FULL = "53100";

  /** The SQL state of a file that cannot be written, as PostgreSQL has it. */
  public static final String IO_ERROR = "58030";

  /** Neither from time to time in a thread of H2 (above 0) nor at each commit (0). */
  private static final int NOT_BY_ITSELF = -1;

  /**
   * How many saved states stay whole in the file: what the last one needs is not overwritten before
   * the next one is found, which takes two writes.
   */
  private static final int VERSIONS = 3;

  private final String jdbcUrl;
  private final LongSupplier reserveBytes;
  private final Turns turns = new Turns(this::requireRoom);
  private final Thread saving;
  private volatile @Nullable MVStore store;
  private volatile @Nullable DiskRoom room;

  /** Why it could not be saved the last time; of the saving thread. */
  private String told = "";

  /** A database that is opened with its first connection; nothing is saved as yet. */
  public EmbeddedDatabase(String jdbcUrl) {
    this(jdbcUrl, () -> DiskRoom.RESERVE_BYTES);
  }

  EmbeddedDatabase(String jdbcUrl, LongSupplier reserveBytes) {
    NewestChunkFiles.register();
    this.jdbcUrl = jdbcUrl;
    this.reserveBytes = reserveBytes;
    this.saving = new Thread(this::saveAgainAndAgain, "database-saving");
    saving.setDaemon(true);
  }

  /**
   * From now on changes are on their way to the disk after a tenth of a second.
   *
   * @throws SQLException as {@link #save} does
   */
  public void keepSaving() throws SQLException {
    save();
    saving.start();
  }

  /**
   * Hands all that is committed to the operating system.
   *
   * @throws SQLException {@link #DISK_FULL} if there is no room, and then the next time may do it;
   *     {@link #IO_ERROR} if the file cannot be written
   */
  public void save() throws SQLException {
    MVStore file = store;
    if (file != null) {
      requireRoom();
      turns.between(() -> write(file));
    }
  }

  /**
   * Makes sure that something can be kept.
   *
   * @throws SQLException {@link #DISK_FULL} if there is no room for it
   */
  public void requireRoom() throws SQLException {
    DiskRoom disk = room;
    if (disk != null && !disk.isLeft()) {
      throw new SQLException("the disk is full", DISK_FULL);
    }
  }

  private static void write(MVStore file) throws SQLException {
    try {
      file.commit();
    } catch (MVStoreException | DbException e) {
      throw new SQLException("the file cannot be written", IO_ERROR, e);
    }
    if (file.isClosed()) {
      throw new SQLException("the file was closed before it was written", IO_ERROR);
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
      told = "";
    } catch (SQLException e) {
      tell(e);
    }
  }

  /** Once, as it comes again ten times a second. */
  private void tell(SQLException failure) {
    String words = failure.getMessage() + reason(failure);
    if (!words.equals(told)) {
      log.warn("the database is not saved: {}", words);
    }
    told = words;
  }

  private static String reason(SQLException failure) {
    return failure.getCause() == null ? "" : ": " + failure.getCause().getMessage();
  }

  /** Where a pool gets its connections. */
  public DataSource connections() {
    JdbcDataSource file = new JdbcDataSource();
    file.setURL(jdbcUrl);
    return Turns.proxy(
        DataSource.class,
        (self, method, arguments) ->
            method.getName().equals("getConnection")
                ? among(file.getConnection())
                : Turns.call(file, method, arguments));
  }

  private Connection among(Connection connection) throws SQLException {
    if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      MVStore file = session.getDatabase().getStore().getMvStore();
      file.setAutoCommitDelay(NOT_BY_ITSELF);
      file.setVersionsToKeep(VERSIONS);
      store = file;
      if (room == null && session.getDatabase().isPersistent()) {
        room = roomOf(file);
      }
    }
    return turns.among(connection);
  }

  private DiskRoom roomOf(MVStore file) {
    return DiskRoom.of(file.getFileStore().getFileName(), reserveBytes);
  }

  /** Ends the saving; the last connection that is closed saves what is left. */
  @Override
  public void close() {
    saving.interrupt();
  }
}
