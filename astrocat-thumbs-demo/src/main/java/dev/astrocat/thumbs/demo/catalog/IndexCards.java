package dev.astrocat.thumbs.demo.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Keeps the card of an image equal to its row: whoever changes a row that is searched, counted or
 * ordered by writes its card in the same transaction. Stateless.
 */
final class IndexCards {

  private static final String ROW =
      """
      select i.*, f.path as folder from images i join folders f on f.id = i.folder_id
      where i.id = :id
      """;

  private static final String INSERT =
      """
      insert into cards (image_id, mount_id, folder_id, file_format, kind, filter_name,
        is_plate_solved, problem_code, subtype, taken_nanos, name_order, object_order, words)
      values (:id, :mount, :folder, :format, :kind, :filter, :solved, :problem, :subtype, :taken,
        :nameOrder, :objectOrder, :words)
      """;

  private static final String UPDATE =
      """
      update cards set mount_id = :mount, folder_id = :folder, file_format = :format,
        kind = :kind, filter_name = :filter, is_plate_solved = :solved, problem_code = :problem,
        subtype = :subtype, taken_nanos = :taken, name_order = :nameOrder,
        object_order = :objectOrder, words = :words
      where image_id = :id
      """;

  private IndexCards() {}

  /** Writes the card of a new image. */
  static void add(Handle handle, long id) {
    write(handle, id, INSERT);
  }

  /** Writes the card of an image anew; of one that is gone by now there is none. */
  static void renew(Handle handle, long id) {
    write(handle, id, UPDATE);
  }

  private static void write(Handle handle, long id, String sql) {
    Optional<Card> card =
        handle.createQuery(ROW).bind("id", id).map((row, context) -> Card.of(row)).findOne();
    card.ifPresent(c -> c.bindTo(handle.createUpdate(sql)).bind("id", id).execute());
  }

  /** What stands on a card. */
  private record Card(
      long mount,
      long folder,
      String format,
      Optional<String> kind,
      Optional<String> filter,
      boolean isSolved,
      Optional<String> problem,
      Optional<String> subtype,
      long taken,
      String nameOrder,
      String objectOrder,
      String words) {

    static Card of(ResultSet row) throws SQLException {
      String name = row.getString("file_name");
      Optional<String> object = ImageRow.text(row, "object_name");
      Optional<String> filter = ImageRow.text(row, "filter_name");
      Optional<String> chosen = ImageRow.text(row, "chosen_subtype");
      Optional<String> found = ImageRow.text(row, "found_subtype");
      Optional<Instant> captured = ImageRow.instant(row, "captured_at");
      long modified = row.getLong("file_modified_nanos");
      return new Card(
          row.getLong("mount_id"),
          row.getLong("folder_id"),
          row.getString("file_format"),
          ImageRow.text(row, "kind"),
          filter,
          row.getBoolean("is_plate_solved"),
          ImageRow.text(row, "problem_code"),
          chosen.or(() -> found),
          captured.map(Nanos::of).orElse(modified),
          Keys.order(name),
          object.map(Keys::order).orElse(Keys.NOTHING),
          Texts.words(name, row.getString("folder"), object, filter));
    }

    Update bindTo(Update statement) {
      return statement
          .bind("mount", mount)
          .bind("folder", folder)
          .bind("format", format)
          .bind("kind", kind)
          .bind("filter", filter)
          .bind("solved", isSolved)
          .bind("problem", problem)
          .bind("subtype", subtype)
          .bind("taken", taken)
          .bind("nameOrder", nameOrder)
          .bind("objectOrder", objectOrder)
          .bind("words", words);
    }
  }
}
