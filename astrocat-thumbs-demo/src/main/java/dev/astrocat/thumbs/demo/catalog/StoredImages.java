package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Images as core sees them: ids are decimal texts, in the order of the numbers. Thread-safe. */
final class StoredImages {

  private static final String COLUMNS =
      """
      select i.id, i.file_path, i.chosen_subtype, i.look, i.stretch, i.subframe,
        i.thumbnail_path, i.thumbnail_generated_at
      from images i
      """;

  /** Rows that one statement clears; it ends long before the network would count as down. */
  private static final long CLEARED_AT_ONCE = 20_000;

  private final Database database;
  private final Mounts mounts;

  StoredImages(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  Optional<ImageRecord> find(String id) {
    return key(id).flatMap(this::find);
  }

  private Optional<ImageRecord> find(long id) {
    return database.with(
        handle ->
            handle
                .createQuery(COLUMNS + " where i.id = :id")
                .bind("id", id)
                .map((row, context) -> image(row))
                .findOne());
  }

  List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    Conditions conditions = under(under);
    long last = after.flatMap(StoredImages::key).orElse(Long.MIN_VALUE);
    conditions.add("i.id > :after").bind("after", last);
    String sql = COLUMNS + conditions.where() + " order by i.id limit :limit";
    return database.with(
        handle ->
            conditions
                .bindTo(handle.createQuery(sql))
                .bind("limit", limit)
                .map((row, context) -> image(row))
                .list());
  }

  OptionalLong count(Optional<Path> under) {
    Conditions conditions = under(under);
    String sql = "select count(*) from images i" + conditions.where();
    return OptionalLong.of(
        database.with(
            handle -> conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one()));
  }

  boolean saveThumbnail(String id, String location, Instant made) {
    String sql =
        """
        update images set thumbnail_path = :location, thumbnail_generated_at = :made,
          touched_at = current_timestamp
        where id = :id
        """;
    return key(id)
        .map(
            number ->
                database.with(
                    handle ->
                        handle
                            .createUpdate(sql)
                            .bind("location", location)
                            .bind("made", made)
                            .bind("id", number)
                            .execute()))
        .filter(rows -> rows > 0)
        .isPresent();
  }

  long clearThumbnails() {
    String range = "select coalesce(max(id), 0) from images where thumbnail_path is not null";
    long last = database.with(handle -> handle.createQuery(range).mapTo(Long.class).one());
    String sql =
        """
        update images set thumbnail_path = null, thumbnail_generated_at = null
        where thumbnail_path is not null and id > ? and id <= ?
        """;
    long cleared = 0;
    for (long id = 0; id <= last; id += CLEARED_AT_ONCE) {
      long from = id;
      cleared += database.with(handle -> handle.execute(sql, from, from + CLEARED_AT_ONCE));
    }
    return cleared;
  }

  private Conditions under(Optional<Path> folder) {
    return folder.map(f -> Conditions.under(mounts.under(f))).orElseGet(Conditions::none);
  }

  private static ImageRecord image(ResultSet row) throws SQLException {
    Optional<Subtype> subtype = Names.find(Subtype.class, row.getString("chosen_subtype"));
    PictureChoice choice = ImageRow.choice(row);
    return new ImageRecord(
        row.getString("id"),
        ImageSource.of(Path.of(row.getString("file_path"))),
        CatalogImage.subframe(choice, subtype),
        choice.look(),
        choice.stretch(),
        ImageRow.thumbnail(row));
  }

  /** Our ids are numbers; other texts are ids of nothing. */
  private static Optional<Long> key(String id) {
    try {
      return Optional.of(Long.valueOf(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
