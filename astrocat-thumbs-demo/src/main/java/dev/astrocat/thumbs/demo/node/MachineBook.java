package dev.astrocat.thumbs.demo.node;

import dev.astrocat.thumbs.demo.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.Update;

/** The table of the processes of an installation, and the row of this one in it. Thread-safe. */
public final class MachineBook {

  private static final String UPDATE =
      "update workers set seen_at = current_timestamp, state = :state where id = :id";

  private static final String INSERT =
      "insert into workers"
          + " (id, host, pid, role, started_at, seen_at, threads, state, cache_marker)"
          + " values (:id, :host, :pid, :role, :started, current_timestamp, :threads, :state,"
          + " :marker) on conflict do nothing";

  /** A process that gives no sign of life for so long is forgotten; it comes back if it does. */
  private static final String FORGET =
      "delete from workers where seen_at < current_timestamp - interval '60' second";

  private static final String OTHER_CACHE =
      "select host from workers where cache_marker <> :marker and cache_marker <> ''"
          + " order by started_at, id fetch first 1 rows only";

  private final Database database;
  private final Process process;
  private final Role role;
  private final int threads;
  private final Optional<String> marker;
  private final Supplier<String> work;
  private final Instant started = Instant.now();

  /**
   * The book with a row for this process, from the first {@link #beat} on.
   *
   * @param marker of the folder of thumbnails; the same for all processes, or something is wrong
   * @param work says in some words what the process does
   */
  MachineBook(
      Database database,
      Process process,
      Role role,
      int threads,
      Optional<String> marker,
      Supplier<String> work) {
    this.database = database;
    this.process = process;
    this.role = role;
    this.threads = threads;
    this.marker = marker;
    this.work = work;
  }

  /** Gives a sign of life, and forgets processes that have not for a minute. */
  void beat() {
    String state = otherCache().map(MachineBook::complaint).orElseGet(work);
    database.use(
        handle -> {
          if (bind(handle.createUpdate(UPDATE), state).execute() == 0) {
            bind(handle.createUpdate(INSERT), state).execute();
          }
          handle.execute(FORGET);
        });
  }

  private Update bind(Update row, String state) {
    return row.bind("id", process.id())
        .bind("host", process.host())
        .bind("pid", process.pid())
        .bind("role", role.name().toLowerCase(Locale.ROOT))
        .bind("started", started.atOffset(ZoneOffset.UTC))
        .bind("threads", threads)
        .bind("state", state)
        .bind("marker", marker.orElse(""));
  }

  /** The machine of a process that keeps its thumbnails in another folder than this one. */
  public Optional<String> otherCache() {
    return marker.flatMap(
        mine ->
            database.with(
                handle ->
                    handle
                        .createQuery(OTHER_CACHE)
                        .bind("marker", mine)
                        .mapTo(String.class)
                        .findOne()));
  }

  /** What to say to an administrator of that. */
  public static String complaint(String host) {
    return "the folder of thumbnails is not that of "
        + host
        + ": THUMBNAIL_CACHE_PATH must lead all processes to the same one";
  }

  /** The processes that gave a sign of life within a minute, the first to start first. */
  public List<Machine> machines() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select * from workers"
                        + " where seen_at >= current_timestamp - interval '60' second"
                        + " order by started_at, id")
                .map((row, context) -> machine(row))
                .list());
  }

  private static Machine machine(ResultSet row) throws SQLException {
    return new Machine(
        row.getString("id"),
        row.getString("host"),
        row.getLong("pid"),
        row.getString("role"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
        row.getInt("threads"),
        row.getString("state"));
  }

  /** Takes this process out. */
  void leave() {
    database.use(handle -> handle.execute("delete from workers where id = ?", process.id()));
  }
}
