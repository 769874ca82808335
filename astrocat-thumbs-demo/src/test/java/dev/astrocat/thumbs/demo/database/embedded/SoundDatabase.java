package dev.astrocat.thumbs.demo.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What must hold of an embedded database, whenever its process was killed. */
final class SoundDatabase {

  /** A table, an index on it, and what that begins with. */
  private static final List<List<String>> INDEXES =
      List.of(
          List.of("images", "images_touched", "touched_at"),
          List.of("images", "images_file_key", "file_key"),
          List.of("images", "images_modified", "file_modified_nanos"),
          List.of("cards", "cards_facets", "mount_id"),
          List.of("cards", "cards_folder", "folder_id"),
          List.of("cards", "cards_taken", "taken_nanos"),
          List.of("cards", "cards_name", "name_order"),
          List.of("cards", "cards_object", "object_order"));

  private SoundDatabase() {}

  /** It opens, and again; what was promised is there; tables and indexes agree. */
  static void holds(DatabaseUrl url, Map<Long, Subtype> promised, String when) {
    for (String time : List.of("opened", "opened again")) {
      try (Database database = Database.open(url)) {
        database.use(handle -> assertSound(handle, promised, when + ", " + time));
      }
    }
  }

  private static void assertSound(Handle handle, Map<Long, Subtype> promised, String when) {
    promised.forEach(
        (id, subtype) ->
            assertThat(
                    handle
                        .createQuery("select chosen_subtype from images where id = ?")
                        .bind(0, id)
                        .mapTo(String.class)
                        .findOne())
                .as("image %d, %s", id, when)
                .contains(subtype.name()));
    assertThat(count(handle, "images")).as("images, %s", when).isEqualTo(count(handle, "cards"));
    for (List<String> index : INDEXES) {
      String walk = "(select %3$s from %1$s use index (%2$s) order by %3$s) entries";
      assertThat(count(handle, walk.formatted(index.toArray())))
          .as("%s, %s", index, when)
          .isEqualTo(count(handle, index.get(0)));
    }
  }

  private static long count(Handle handle, String rows) {
    return handle.createQuery("select count(*) from " + rows).mapTo(Long.class).one();
  }
}
