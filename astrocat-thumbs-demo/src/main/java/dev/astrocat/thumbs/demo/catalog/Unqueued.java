package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Images whose thumbnails are still to be queued. They are written down with the images, so that a
 * queue that refuses, or a process that is killed, forgets none. Thread-safe.
 */
final class Unqueued {

  private final Database database;
  private final Mounts mounts;

  Unqueued(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  static void add(Handle handle, long id) {
    handle.execute("insert into unqueued (image_id) values (?) on conflict do nothing", id);
  }

  void add(long id) {
    database.use(handle -> add(handle, id));
  }

  List<Long> of(Path mount, int limit) {
    String sql =
        """
        select u.image_id from unqueued u join images i on i.id = u.image_id
        where i.mount_id = :mount order by u.image_id limit :limit
        """;
    long mountId = mounts.id(mount);
    return database.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("mount", mountId)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
  }

  void remove(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      database.use(
          handle ->
              handle
                  .createUpdate("delete from unqueued where image_id in (<ids>)")
                  .bindList("ids", List.copyOf(ids))
                  .execute());
    }
  }
}
