package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What a scan compares the files of a mount with. Thread-safe. */
final class KnownFiles {

  private static final String COLUMNS =
      """
      select id, file_path, file_size_bytes, file_modified_nanos, file_key, decoder, problem_code,
        problem_transient
      from images
      """;

  private final Database database;
  private final Mounts mounts;

  KnownFiles(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  List<KnownFile> all(Path mount, long afterId, int limit) {
    String sql = COLUMNS + " where mount_id = :mount and id > :after order by id limit :limit";
    long mountId = mounts.id(mount);
    return database.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("mount", mountId)
                .bind("after", afterId)
                .bind("limit", limit)
                .map((row, context) -> file(row))
                .list());
  }

  List<KnownFile> at(Collection<Path> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    String sql = COLUMNS + " where path_hash in (<hashes>)";
    List<String> hashes = files.stream().map(Keys::path).toList();
    return database.with(
        handle ->
            handle
                .createQuery(sql)
                .bindList("hashes", hashes)
                .map((row, context) -> file(row))
                .list());
  }

  List<KnownFile> alike(NewFile file) {
    String sql =
        COLUMNS
            + """
             where file_modified_nanos = :modified and file_size_bytes = :size
              and file_name = :name and mount_id = :mount
            order by id
            """;
    String name = String.valueOf(file.file().getFileName());
    long mountId = mounts.id(file.mount());
    return database.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("name", name)
                .bind("size", file.sizeBytes())
                .bind("modified", file.modifiedNanos())
                .bind("mount", mountId)
                .map((row, context) -> file(row))
                .list());
  }

  List<KnownFile> byKey(Path mount, String fileKey) {
    String sql = COLUMNS + " where file_key = :key and mount_id = :mount order by id";
    long mountId = mounts.id(mount);
    return database.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("key", fileKey)
                .bind("mount", mountId)
                .map((row, context) -> file(row))
                .list());
  }

  private static KnownFile file(ResultSet row) throws SQLException {
    boolean isHopeless =
        row.getString("problem_code") != null && !row.getBoolean("problem_transient");
    return new KnownFile(
        row.getLong("id"),
        Path.of(row.getString("file_path")),
        row.getLong("file_size_bytes"),
        row.getLong("file_modified_nanos"),
        ImageRow.text(row, "file_key"),
        isHopeless || row.getString("decoder") != null);
  }
}
