package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Why images have no thumbnails. Thread-safe. */
final class Failures {

  private static final int LONGEST_DETAIL = 500;

  private static final String SET =
      """
      update images set
        problem_since = case when problem_code = :code then problem_since else :since end,
        problem_code = :code, problem_detail = :detail, problem_transient = :transient,
        touched_at = current_timestamp
      where path_hash = :hash
        and (problem_code is null or problem_code <> :code or problem_detail <> :detail)
      """;

  private static final String CLEAR =
      """
      update images set problem_code = null, problem_detail = null, problem_since = null,
        problem_transient = false, touched_at = current_timestamp
      where path_hash = :hash and problem_code is not null
      """;

  private static final String GROUPS =
      """
      select problem_code, bool_or(problem_transient), count(*) from images
      where id in (select image_id from cards where problem_code > '')
      group by problem_code
      """;

  private final Database database;

  Failures(Database database) {
    this.database = database;
  }

  void set(Path file, Problem problem) {
    change(
        file,
        handle ->
            handle
                .createUpdate(SET)
                .bind("code", problem.code().name())
                .bind("detail", Texts.clean(problem.detail(), LONGEST_DETAIL))
                .bind("transient", problem.isTransient())
                .bind("since", problem.since()));
  }

  void clear(Path file) {
    change(file, handle -> handle.createUpdate(CLEAR));
  }

  /** Most often there is nothing to change. */
  private void change(Path file, Function<Handle, Update> change) {
    String hash = Keys.path(file);
    database.inTransaction(
        handle -> {
          int rows = change.apply(handle).bind("hash", hash).execute();
          if (rows > 0) {
            handle
                .createQuery("select id from images where path_hash = :hash")
                .bind("hash", hash)
                .mapTo(Long.class)
                .forEach(id -> IndexCards.renew(handle, id));
          }
          return rows;
        });
  }

  List<FailureGroup> groups() {
    return database
        .with(handle -> handle.createQuery(GROUPS).map((row, context) -> group(row)).list())
        .stream()
        .sorted(Comparator.comparingLong(FailureGroup::count).reversed())
        .toList();
  }

  private static FailureGroup group(ResultSet row) throws SQLException {
    return new FailureGroup(
        Names.find(ErrorCode.class, row.getString(1)).orElse(ErrorCode.HOST_FAILURE),
        row.getLong(3),
        row.getBoolean(2));
  }
}
