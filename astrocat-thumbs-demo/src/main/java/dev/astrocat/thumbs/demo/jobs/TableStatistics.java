package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.SystemStats;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** The figures of the cache in the table {@code system_stats}. Thread-safe. */
public final class TableStatistics implements SystemStats {

  private static final String CATEGORY = "thumbnails";

  private static final String UPDATE =
      "update system_stats set count = :count, size_bytes = :bytes, updated_at = :now"
          + " where category = :category";

  private static final String INSERT =
      "insert into system_stats (category, count, size_bytes, updated_at)"
          + " values (:category, :count, :bytes, :now) on conflict do nothing";

  private final Database database;

  /** Figures in that database. */
  public TableStatistics(Database database) {
    this.database = database;
  }

  @Override
  public void save(CacheStatistics statistics) {
    database.inTransaction(
        handle -> {
          write(handle.createUpdate(UPDATE), statistics);
          return write(handle.createUpdate(INSERT), statistics);
        });
  }

  private static int write(Update update, CacheStatistics statistics) {
    return update
        .bind("category", CATEGORY)
        .bind("count", statistics.count())
        .bind("bytes", statistics.sizeBytes())
        .bind("now", Instant.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The figures that were saved last, if any were. */
  public Optional<SavedStatistics> saved() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select count, size_bytes, updated_at from system_stats"
                        + " where category = :category")
                .bind("category", CATEGORY)
                .map(
                    (row, context) ->
                        new SavedStatistics(
                            new CacheStatistics(row.getLong(1), row.getLong(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant()))
                .findOne());
  }
}
