package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.database.StoreException;
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
      insert into images (mount_id, folder_id, file_path, path_hash, file_name, file_format,
        file_size_bytes, file_modified_nanos, file_key, is_plate_solved, subframe,
        problem_transient, added_at, touched_at)
      values (:mount, :folder, :path, :hash, :name, :format, :size, :modified, :fileKey, false,
        'AUTO', false, current_timestamp, current_timestamp)
      """;

  private static final String CHANGED =
      """
      update images set file_size_bytes = :size, file_modified_nanos = :modified,
        file_key = :fileKey, decoder = null, width_pixels = null, height_pixels = null, kind = null,
        found_subtype = null, is_plate_solved = false, object_name = null, filter_name = null,
        exposure_seconds = null, gain = null, temperature_celsius = null, captured_at = null,
        problem_code = null, problem_detail = null, problem_since = null,
        problem_transient = false, thumbnail_path = null, thumbnail_generated_at = null,
        touched_at = current_timestamp
      where id = :id
      """;

  private static final String MOVED =
      """
      update images set mount_id = :mount, folder_id = :folder, file_path = :path,
        path_hash = :hash, file_name = :name, file_format = :format, file_size_bytes = :size,
        file_modified_nanos = :modified, file_key = :fileKey, thumbnail_path = null,
        thumbnail_generated_at = null, touched_at = current_timestamp
      where id = :id
      """;

  private static final int REMOVED_AT_ONCE = 500;

  private final Database database;
  private final Mounts mounts;
  private final Folders folders;

  Indexing(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
    this.folders = new Folders(database);
  }

  long add(NewFile file, Optional<Frame> frame) {
    Home home = home(file);
    try {
      return database.inTransaction(handle -> insert(handle, file, home, frame));
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.DUPLICATE) {
        throw e;
      }
      long id = addAgain(file, e);
      frame.ifPresent(known -> describe(id, file.sizeBytes(), file.modifiedNanos(), known));
      return id;
    }
  }

  private static long insert(Handle handle, NewFile file, Home home, Optional<Frame> frame) {
    long id =
        bind(handle.createUpdate(INSERT), file, home)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    frame.ifPresent(
        known -> FrameColumns.write(handle, id, file.sizeBytes(), file.modifiedNanos(), known));
    IndexCards.add(handle, id);
    Unqueued.add(handle, id);
    return id;
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
    Home home = home(file);
    database.inTransaction(
        handle -> {
          int rows = bind(handle.createUpdate(CHANGED), file, home).bind("id", id).execute();
          IndexCards.renew(handle, id);
          if (rows > 0) {
            Unqueued.add(handle, id);
          }
          return id;
        });
  }

  void describe(long id, long sizeBytes, long modifiedNanos, Frame frame) {
    database.inTransaction(
        handle -> {
          FrameColumns.write(handle, id, sizeBytes, modifiedNanos, frame);
          IndexCards.renew(handle, id);
          return id;
        });
  }

  /** What else is at the new path, or was there before, is gone. */
  void move(long id, NewFile to) {
    Home home = home(to);
    database.inTransaction(
        handle -> {
          String hash = Keys.path(to.file());
          handle.execute("delete from images where path_hash = ? and id <> ?", hash, id);
          int rows = bind(handle.createUpdate(MOVED), to, home).bind("id", id).execute();
          IndexCards.renew(handle, id);
          if (rows > 0) {
            Unqueued.add(handle, id);
          }
          return id;
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

  /** Forgets some images; how many there were. */
  static int remove(Handle handle, List<Long> ids) {
    return handle
        .createUpdate("delete from images where id in (<ids>)")
        .bindList("ids", ids)
        .execute();
  }

  private Home home(NewFile file) {
    long mount = mounts.id(file.mount());
    return new Home(mount, folders.id(mount, file.folder()));
  }

  private static Update bind(Update statement, NewFile file, Home home) {
    return statement
        .bind("mount", home.mount())
        .bind("folder", home.folder())
        .bind("path", file.file().toString())
        .bind("hash", Keys.path(file.file()))
        .bind("name", String.valueOf(file.file().getFileName()))
        .bind("format", Texts.clean(file.fileFormat(), 20))
        .bind("size", file.sizeBytes())
        .bind("modified", file.modifiedNanos())
        .bind("fileKey", file.fileKey());
  }

  /** Keys of where a file lies. */
  private record Home(long mount, long folder) {}
}
