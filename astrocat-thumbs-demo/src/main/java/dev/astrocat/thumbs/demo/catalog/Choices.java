package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import java.util.Map;

/**
 * What people say about images: files that change do not change it, and it is never lost.
 * Thread-safe.
 */
final class Choices {

  private static final int LONGEST_STRETCH = 100;

  private final Database database;

  Choices(Database database) {
    this.database = database;
  }

  boolean choose(long id, PictureChoice choice) {
    String sql =
        """
        update images set look = :look, stretch = :stretch, subframe = :subframe,
          touched_at = current_timestamp
        where id = :id
        """;
    boolean isKnown =
        database.with(
                handle ->
                    handle
                        .createUpdate(sql)
                        .bind("look", choice.look().map(Enum::name))
                        .bind("stretch", Texts.clean(choice.stretch(), LONGEST_STRETCH))
                        .bind("subframe", choice.subframe().name())
                        .bind("id", id)
                        .execute())
            > 0;
    database.secure();
    return isKnown;
  }

  /** The subtype decides from now on, unless a subframe is chosen after it. */
  boolean changeSubtype(long id, Subtype subtype) {
    String sql =
        """
        update images set chosen_subtype = :subtype, subframe = 'AUTO',
          touched_at = current_timestamp
        where id = :id
        """;
    return saySubtype(id, sql, Map.of("subtype", subtype.name()));
  }

  /** What was found decides again, unless a subframe is chosen. */
  boolean takeBackSubtype(long id) {
    String sql =
        """
        update images set chosen_subtype = null, touched_at = current_timestamp where id = :id
        """;
    return saySubtype(id, sql, Map.of());
  }

  private boolean saySubtype(long id, String sql, Map<String, String> values) {
    boolean isKnown =
        database.inTransaction(
            handle -> {
              int rows = handle.createUpdate(sql).bindMap(values).bind("id", id).execute();
              IndexCards.renew(handle, id);
              return rows > 0;
            });
    database.secure();
    return isKnown;
  }
}
