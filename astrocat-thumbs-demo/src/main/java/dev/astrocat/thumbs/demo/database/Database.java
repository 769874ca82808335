package dev.astrocat.thumbs.demo.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.embedded.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database of an installation, with the schema of this program. Thread-safe. All that goes
 * wrong is a {@link StoreException}; while the database is away it comes within a second, also in
 * place of an answer that was waited for, within two; when the database is back all goes on by
 * itself.
 *
 * <pre>{@code
 * try (Database database = Database.open(settings.database())) {
 *   long images = database.with(handle -> handle.createQuery("select count(*) from images")
 *       .mapTo(Long.class).one());
 * }
 * }</pre>
 */
public final class Database implements AutoCloseable {

  private final DatabaseUrl url;
  private final HikariDataSource pool;

  /** Of a file in this process, which a server needs not. */
  private final Optional<EmbeddedDatabase> embedded;

  /** Of a server, which a file in this process needs not. */
  private final Optional<Pulse> pulse;

  private final Jdbi jdbi;

  private Database(
      DatabaseUrl url,
      HikariDataSource pool,
      Optional<EmbeddedDatabase> embedded,
      Optional<Pulse> pulse) {
    this.url = url;
    this.pool = pool;
    this.embedded = embedded;
    this.pulse = pulse;
    this.jdbi = Jdbi.create(pool);
    Instants.registerAt(jdbi);
  }

  /**
   * Opens it, and makes or updates its schema.
   *
   * @throws StoreException {@code UNAVAILABLE} if it cannot be reached; {@code UNUSABLE} if its
   *     schema is that of a newer program
   */
  public static Database open(DatabaseUrl url) {
    try {
      return url.kind() == DatabaseUrl.Kind.H2
          ? openEmbedded(url, new EmbeddedDatabase(url.jdbcUrl()))
          : openServer(url);
    } catch (HikariPool.PoolInitializationException e) {
      throw Refusals.of(url, e);
    }
  }

  /** Nothing is saved before the schema is whole, so that a killed process leaves no half of it. */
  private static Database openEmbedded(DatabaseUrl url, EmbeddedDatabase embedded) {
    HikariDataSource pool = new HikariDataSource(Pools.shared(embedded));
    Database database = new Database(url, pool, Optional.of(embedded), Optional.empty());
    try {
      Migrations.run(url, pool);
      embedded.keepSaving();
      return database;
    } catch (StoreException e) {
      database.close();
      throw e;
    } catch (SQLException e) {
      database.close();
      throw Refusals.of(url, e);
    }
  }

  private static Database openServer(DatabaseUrl url) {
    try (HikariDataSource patient = new HikariDataSource(Pools.patient(url))) {
      Migrations.run(url, patient);
    }
    BreakableConnections connections = Pools.breakable(url);
    HikariDataSource pool = new HikariDataSource(Pools.shared(connections));
    Pulse pulse = Pulse.start(Pools.impatient(url), connections);
    return new Database(url, pool, Optional.empty(), Optional.of(pulse));
  }

  /** Runs statements, each in a transaction of its own. */
  public <T> T with(HandleCallback<T, RuntimeException> statements) {
    refuseSilent();
    try {
      return jdbi.withHandle(statements);
    } catch (JdbiException e) {
      throw refusal(e);
    }
  }

  /** Runs statements, each in a transaction of its own. */
  public void use(HandleConsumer<RuntimeException> statements) {
    with(statements.asCallback());
  }

  /** Runs statements in one transaction, which may have to be run again by the caller. */
  public <T> T inTransaction(HandleCallback<T, RuntimeException> statements) {
    refuseSilent();
    try {
      return jdbi.inTransaction(statements);
    } catch (JdbiException e) {
      throw refusal(e);
    }
  }

  /** Who is late, as this process ends, is told that the database is away, and asks another. */
  private StoreException refusal(JdbiException failure) {
    return pool.isClosed()
        ? new StoreException(StoreException.Kind.UNAVAILABLE, "the database is closed", failure)
        : Refusals.of(url, failure);
  }

  /** Nobody waits for a server that is known to be away. */
  private void refuseSilent() {
    if (pulse.isPresent() && pulse.get().isAway()) {
      throw new StoreException(
          StoreException.Kind.UNAVAILABLE, "the database " + url + " does not answer");
    }
  }

  /**
   * Hands all that is committed to the operating system, where it outlives this process. A server
   * has done so at each commit; H2 does so every tenth of a second, as each time costs it a
   * millisecond. For what a person or a queue has been promised.
   *
   * @throws StoreException {@code FULL} if there is no room on the disk, {@code UNAVAILABLE} if the
   *     file cannot be written for another reason
   */
  public void secure() {
    try {
      if (embedded.isPresent()) {
        embedded.get().save();
      }
    } catch (SQLException e) {
      throw Refusals.of(url, e);
    }
  }

  /** Where db-scheduler and others get connections. */
  public DataSource dataSource() {
    return pool;
  }

  /** Which database this is. */
  public DatabaseUrl url() {
    return url;
  }

  /**
   * Asks for a sign of life, and for room.
   *
   * @throws StoreException {@code UNAVAILABLE} within a second if there is none; {@code FULL} if it
   *     answers, but can keep nothing
   */
  public void ping() {
    use(handle -> handle.execute("select 1"));
    try {
      if (embedded.isPresent()) {
        embedded.get().requireRoom();
      }
    } catch (SQLException e) {
      throw Refusals.of(url, e);
    }
  }

  @Override
  public void close() {
    pulse.ifPresent(Pulse::close);
    embedded.ifPresent(EmbeddedDatabase::close);
    pool.close();
  }
}
