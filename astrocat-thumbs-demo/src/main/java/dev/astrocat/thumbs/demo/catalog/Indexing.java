package dev.astrocat.thumbs.demo.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What the indexer writes. Thread-safe. */
final class Indexing {

  private static final String INSERT =
      """
      insert into images (mount_id, file_path, path_hash, folder, folder_key, file_name,
        file_format, file_size_bytes, file_modified_nanos, file_key, taken_nanos, name_order,
        object_order, words, is_plate_solved, subframe, problem_transient, added_at, touched_at)
      values (:mount, :path, :hash, :folder, :folderKey, :name, :format, :size, :modified, :fileKey,
        :modified, :nameOrder, :noObject, :words, false, 'AUTO', false, current_timestamp,
        current_timestamp)
      """;

  private static final String CHANGED =
      """
      update images set file_size_bytes = :size, file_modified_nanos = :modified,
        file_key = :fileKey, taken_nanos = :modified, object_order = :noObject, words = :words,
        decoder = null, width_pixels = null, height_pixels = null, kind = null,
        found_subtype = null, is_plate_solved = false, object_name = null, filter_name = null,
        exposure_seconds = null, gain = null, temperature_celsius = null, captured_at = null,
        problem_code = null, problem_detail = null, problem_since = null,
        problem_transient = false, thumbnail_path = null, thumbnail_generated_at = null,
        touched_at = current_timestamp
      where id = :id
      """;

  private static final String MOVED =
      """
      update images set mount_id = :mount, file_path = :path, path_hash = :hash, folder = :folder,
        folder_key = :folderKey, file_name = :name, file_format = :format,
        file_size_bytes = :size, file_modified_nanos = :modified, file_key = :fileKey,
        name_order = :nameOrder, words = :words, thumbnail_path = null,
        thumbnail_generated_at = null, touched_at = current_timestamp
      where id = :id
      """;

  private static final int REMOVED_AT_ONCE = 500;

  private final Database database;
  private final Mounts mounts;

  Indexing(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  long add(NewFile file) {
    long mount = mounts.id(file.mount());
    try {
      return database.with(
          handle ->
              bind(handle.createUpdate(INSERT), file, mount)
                  .bind("words", words(file, Optional.empty(), Optional.empty()))
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one());
    } catch (StoreException e) {
      if (!Refusals.isDuplicate(e)) {
        throw e;
      }
      return addAgain(file, e);
    }
  }

  private long addAgain(NewFile file, StoreException duplicate) {
    long id =
        database
            .with(
                handle ->
                    handle
                        .createQuery("select id from images where path_hash = :hash")
                        .bind("hash", Keys.path(file.file()))
                        .mapTo(Long.class)
                        .findOne())
            .orElseThrow(() -> duplicate);
    changed(id, file);
    return id;
  }

  void changed(long id, NewFile file) {
    long mount = mounts.id(file.mount());
    database.use(
        handle ->
            bind(handle.createUpdate(CHANGED), file, mount)
                .bind("words", words(file, Optional.empty(), Optional.empty()))
                .bind("id", id)
                .execute());
  }

  void describe(long id, long sizeBytes, long modifiedNanos, Frame frame) {
    database.use(handle -> FrameColumns.write(handle, id, sizeBytes, modifiedNanos, frame));
  }

  /** What else is at the new path, or was there before, is gone. */
  void move(long id, NewFile to) {
    long mount = mounts.id(to.mount());
    database.inTransaction(
        handle -> {
          String hash = Keys.path(to.file());
          handle.execute("delete from images where path_hash = ? and id <> ?", hash, id);
          return bind(handle.createUpdate(MOVED), to, mount)
              .bind("words", FrameColumns.words(handle, id, to))
              .bind("id", id)
              .execute();
        });
  }

  int remove(Collection<Long> ids) {
    List<Long> all = new ArrayList<>(ids);
    int removed = 0;
    for (int from = 0; from < all.size(); from += REMOVED_AT_ONCE) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + REMOVED_AT_ONCE));
      removed += database.with(handle -> remove(handle, some));
    }
    return removed;
  }

  private static int remove(Handle handle, List<Long> ids) {
    return handle
        .createUpdate("delete from images where id in (<ids>)")
        .bindList("ids", ids)
        .execute();
  }

  private static Update bind(Update statement, NewFile file, long mount) {
    String name = String.valueOf(file.file().getFileName());
    return statement
        .bind("mount", mount)
        .bind("path", file.file().toString())
        .bind("hash", Keys.path(file.file()))
        .bind("folder", file.folder())
        .bind("folderKey", Keys.folder(mount, file.folder()))
        .bind("name", name)
        .bind("format", Texts.clean(file.fileFormat(), 20))
        .bind("size", file.sizeBytes())
        .bind("modified", file.modifiedNanos())
        .bind("fileKey", file.fileKey())
        .bind("nameOrder", Keys.order(name))
        .bind("noObject", Keys.NOTHING);
  }

  static String words(NewFile file, Optional<String> object, Optional<String> filter) {
    return Texts.words(String.valueOf(file.file().getFileName()), file.folder(), object, filter);
  }
}
