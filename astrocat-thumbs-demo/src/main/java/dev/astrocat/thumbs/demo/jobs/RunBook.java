package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.demo.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** The table of runs, one for each key: what they are, while progress is elsewhere. Thread-safe. */
final class RunBook {

  /** As long as progress is kept after the last word. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String UPDATE =
      "update runs set kind = :kind, label = :label, started_at = :now, ended_at = null,"
          + " request = :request, attempts = :attempts where key = :key";

  private static final String INSERT =
      "insert into runs (key, kind, label, started_at, request, attempts)"
          + " values (:key, :kind, :label, :now, :request, :attempts) on conflict do nothing";

  private final Database database;

  RunBook(Database database) {
    this.database = database;
  }

  /** Writes down that a run was started, in place of what its key had before. */
  void started(String key, String kind, String label, Optional<String> request, int attempts) {
    database.inTransaction(
        handle -> {
          write(handle.createUpdate(UPDATE), key, kind, label, request, attempts);
          return write(handle.createUpdate(INSERT), key, kind, label, request, attempts);
        });
    database.secure();
  }

  private static int write(
      Update row, String key, String kind, String label, Optional<String> request, int attempts) {
    return row.bind("key", key)
        .bind("kind", kind)
        .bind("label", label)
        .bind("now", Instant.now().atOffset(ZoneOffset.UTC))
        .bind("request", request)
        .bind("attempts", attempts)
        .execute();
  }

  /** Writes down that a run has ended. */
  void ended(String key) {
    database.use(
        handle ->
            handle
                .createUpdate(
                    "update runs set ended_at = :now where key = :key and ended_at is null")
                .bind("now", Instant.now().atOffset(ZoneOffset.UTC))
                .bind("key", key)
                .execute());
  }

  /** What stands under a key. */
  Optional<BookedRun> find(String key) {
    return select("where key = :x", key).stream().findFirst();
  }

  /** Runs that have not ended, as far as the book knows. */
  List<BookedRun> open() {
    return select("where ended_at is null and kind = :x", Run.THUMBNAILS);
  }

  /** Runs that have not ended or ended lately, the latest first. */
  List<BookedRun> recent() {
    return select(
        "where ended_at is null or ended_at > :x",
        Instant.now().minus(KEPT).atOffset(ZoneOffset.UTC));
  }

  /** Forgets runs that ended long ago. */
  void sweep() {
    database.use(
        handle ->
            handle
                .createUpdate("delete from runs where ended_at < :then")
                .bind("then", Instant.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute());
  }

  private List<BookedRun> select(String where, Object x) {
    return database.with(
        handle ->
            handle
                .createQuery("select * from runs " + where + " order by started_at desc, key")
                .bind("x", x)
                .map((row, context) -> run(row))
                .list());
  }

  private static BookedRun run(ResultSet row) throws SQLException {
    return new BookedRun(
        row.getString("key"),
        row.getString("kind"),
        row.getString("label"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("request")),
        row.getInt("attempts"));
  }
}
