package dev.astrocat.thumbs.demo.catalog;

import static java.util.stream.Collectors.joining;

import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads and writes rows of mounts. Thread-safe. */
final class MountRow implements RowMapper<Place> {

  private static final String INSERT =
      """
      insert into mounts (path, path_hash, name, connected, last_scan_seconds, files, bytes,
        scanned, added, updated, moved, removed, failed, skipped)
      values (:path, :hash, :name, true, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')
      """;

  private static final String UPDATE =
      """
      update mounts set connected = :connected, offline_since = :offlineSince,
        last_scan = :lastScan, last_scan_seconds = :lastScanSeconds, files = :files,
        bytes = :bytes, scanned = :scanned, added = :added, updated = :updated, moved = :moved,
        removed = :removed, failed = :failed, skipped = :skipped
      where path_hash = :hash
      """;

  static void insert(Database database, Mount mount) {
    database.use(
        handle ->
            handle
                .createUpdate(INSERT)
                .bind("path", mount.path().toString())
                .bind("hash", Keys.path(mount.path()))
                .bind("name", mount.name())
                .execute());
  }

  /** Whether there is such a mount. */
  static boolean update(Database database, Mount mount) {
    return database.with(
            handle ->
                handle
                    .createUpdate(UPDATE)
                    .bind("hash", Keys.path(mount.path()))
                    .bind("connected", mount.connected())
                    .bind("offlineSince", mount.offlineSince())
                    .bind("lastScan", mount.lastScan())
                    .bind("lastScanSeconds", mount.lastScanSeconds())
                    .bind("files", mount.files())
                    .bind("bytes", mount.bytes())
                    .bindMethods(mount.last())
                    .bind("skipped", text(mount.last().skipped()))
                    .execute())
        > 0;
  }

  @Override
  public Place map(ResultSet row, StatementContext context) throws SQLException {
    Mount mount =
        new Mount(
            Path.of(row.getString("path")),
            row.getString("name"),
            row.getBoolean("connected"),
            ImageRow.instant(row, "offline_since"),
            ImageRow.instant(row, "last_scan"),
            row.getDouble("last_scan_seconds"),
            row.getLong("files"),
            row.getLong("bytes"),
            counts(row));
    return new Place(row.getLong("id"), mount, "");
  }

  private static ScanCounts counts(ResultSet row) throws SQLException {
    return new ScanCounts(
        row.getLong("scanned"),
        row.getLong("added"),
        row.getLong("updated"),
        row.getLong("moved"),
        row.getLong("removed"),
        row.getLong("failed"),
        skipped(row.getString("skipped")));
  }

  /** One reason a line, its count in front. */
  private static String text(SortedMap<String, Long> skipped) {
    return skipped.entrySet().stream()
        .map(reason -> reason.getValue() + " " + Texts.clean(reason.getKey(), 100))
        .collect(joining("\n"));
  }

  private static SortedMap<String, Long> skipped(String text) {
    SortedMap<String, Long> counts = new TreeMap<>();
    Arrays.stream(text.split("\n"))
        .map(line -> line.split(" ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> counts.put(parts[1], Long.valueOf(parts[0])));
    return counts;
  }
}
