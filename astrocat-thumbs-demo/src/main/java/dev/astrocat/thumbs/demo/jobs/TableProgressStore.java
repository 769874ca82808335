package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.ProgressStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Progress in two tables of the database: the keys with their ends, and a row for each field.
 * Whoever changes a map locks the row of its key. Thread-safe.
 */
public final class TableProgressStore implements ProgressStore {

  private static final String ALIVE = " where key = :key and expires_at > :now";
  private static final String NEW = " values (:key, :end) on conflict do nothing";

  private final Database database;
  private final InstantSource clock;

  /** Progress in that database. */
  public TableProgressStore(Database database) {
    this(database, InstantSource.system());
  }

  TableProgressStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Map<String, String> read(String key) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select p.field, p.value from progress p join progress_keys k on k.key = p.key"
                        + " where k.key = :key and k.expires_at > :now")
                .bind("key", key)
                .bind("now", time(clock.instant()))
                .map((row, context) -> new SimpleEntry<>(row.getString(1), row.getString(2)))
                .collect(Collectors.toUnmodifiableMap(SimpleEntry::getKey, SimpleEntry::getValue)));
  }

  @Override
  public void write(String key, Map<String, String> fields) {
    database.inTransaction(
        handle -> {
          lock(handle, key);
          if (!fields.isEmpty()) {
            overwrite(handle, key, fields);
          }
          return key;
        });
  }

  private static void overwrite(Handle handle, String key, Map<String, String> fields) {
    handle
        .createUpdate("delete from progress where key = :key and field in (<fields>)")
        .bind("key", key)
        .bindList("fields", List.copyOf(fields.keySet()))
        .execute();
    PreparedBatch rows =
        handle.prepareBatch("insert into progress (key, field, value) values (?, ?, ?)");
    fields.forEach((field, value) -> rows.add(key, field, value));
    rows.execute();
  }

  @Override
  public boolean replace(String key, String field, Optional<String> expected, String value) {
    return database.inTransaction(
        handle -> {
          lock(handle, key);
          return expected
                  .map(old -> update(handle, key, field, old, value))
                  .orElseGet(() -> insert(handle, key, field, value))
              == 1;
        });
  }

  private static int update(Handle handle, String key, String field, String old, String value) {
    return handle
        .createUpdate(
            "update progress set value = :value"
                + " where key = :key and field = :field and value = :old")
        .bind("value", value)
        .bind("key", key)
        .bind("field", field)
        .bind("old", old)
        .execute();
  }

  private static int insert(Handle handle, String key, String field, String value) {
    return handle
        .createUpdate(
            "insert into progress (key, field, value) values (:key, :field, :value)"
                + " on conflict do nothing")
        .bind("key", key)
        .bind("field", field)
        .bind("value", value)
        .execute();
  }

  /** Keeps the map for another hour; until the transaction ends nobody else changes it. */
  private void lock(Handle handle, String key) {
    Instant now = clock.instant();
    while (change(handle, "update progress_keys set expires_at = :end" + ALIVE, key, now) == 0
        && change(handle, "insert into progress_keys (key, expires_at)" + NEW, key, now) == 0) {
      // Neither alive nor new: it has expired, or another has just made it.
      change(handle, "delete from progress_keys where key = :key and expires_at <= :now", key, now);
    }
  }

  private static int change(Handle handle, String sql, String key, Instant now) {
    return handle
        .createUpdate(sql)
        .bind("key", key)
        .bind("now", time(now))
        .bind("end", time(now.plus(TIME_TO_LIVE)))
        .execute();
  }

  /** Deletes what has expired. */
  public void sweep() {
    database.use(
        handle ->
            handle
                .createUpdate("delete from progress_keys where expires_at <= :now")
                .bind("now", time(clock.instant()))
                .execute());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
