package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.host.SavedThumbnail;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an image from a row of {@link #SELECT}. Thread-safe. */
final class ImageRow implements RowMapper<CatalogImage> {

  static final String SELECT =
      """
      select i.*, f.path as folder, m.path as mount_path, m.name as mount_name,
        m.connected as mount_connected
      from images i join folders f on f.id = i.folder_id join mounts m on m.id = i.mount_id
      """;

  @Override
  public CatalogImage map(ResultSet row, StatementContext context) throws SQLException {
    return new CatalogImage(
        row.getLong("id"),
        Path.of(row.getString("file_path")),
        Path.of(row.getString("mount_path")),
        row.getString("mount_name"),
        row.getString("folder"),
        row.getString("file_name"),
        row.getString("file_format"),
        row.getLong("file_size_bytes"),
        row.getLong("file_modified_nanos"),
        text(row, "file_key"),
        frame(row),
        Names.find(Subtype.class, row.getString("chosen_subtype")),
        thumbnail(row),
        choice(row),
        problem(row),
        instant(row, "added_at").orElse(Instant.EPOCH),
        instant(row, "touched_at").orElse(Instant.EPOCH),
        !row.getBoolean("mount_connected"));
  }

  private static Optional<Frame> frame(ResultSet row) throws SQLException {
    Optional<String> decoder = text(row, "decoder");
    if (decoder.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Frame(
            row.getInt("width_pixels"),
            row.getInt("height_pixels"),
            Names.find(FrameKind.class, row.getString("kind")).orElse(FrameKind.UNKNOWN),
            Names.find(Subtype.class, row.getString("found_subtype")),
            row.getBoolean("is_plate_solved"),
            text(row, "object_name"),
            text(row, "filter_name"),
            number(row, "exposure_seconds"),
            number(row, "gain"),
            number(row, "temperature_celsius"),
            instant(row, "captured_at"),
            decoder.get()));
  }

  static Optional<SavedThumbnail> thumbnail(ResultSet row) throws SQLException {
    Optional<String> location = text(row, "thumbnail_path");
    Optional<Instant> made = instant(row, "thumbnail_generated_at");
    return location.flatMap(where -> made.map(when -> new SavedThumbnail(where, when)));
  }

  static PictureChoice choice(ResultSet row) throws SQLException {
    return new PictureChoice(
        Names.find(Look.class, row.getString("look")),
        text(row, "stretch"),
        Names.find(Subframe.class, row.getString("subframe")).orElse(Subframe.AUTO));
  }

  private static Optional<Problem> problem(ResultSet row) throws SQLException {
    Optional<String> name = text(row, "problem_code");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Names.find(ErrorCode.class, name.get()).orElse(ErrorCode.HOST_FAILURE),
            text(row, "problem_detail").orElse(""),
            row.getBoolean("problem_transient"),
            instant(row, "problem_since").orElse(Instant.EPOCH)));
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
