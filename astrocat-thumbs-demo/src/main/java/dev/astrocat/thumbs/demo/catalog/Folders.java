package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import java.util.Optional;

/** The table of folders that hold images. Thread-safe. */
final class Folders {

  private final Database database;

  Folders(Database database) {
    this.database = database;
  }

  /** The key of a folder, which is made known if it is not. */
  long id(long mount, String path) {
    String hash = Keys.folder(mount, path);
    return find(hash)
        .orElseGet(
            () -> {
              add(mount, path, hash);
              return find(hash).orElseThrow();
            });
  }

  private Optional<Long> find(String hash) {
    return database.with(
        handle ->
            handle
                .createQuery("select id from folders where path_hash = :hash")
                .bind("hash", hash)
                .mapTo(Long.class)
                .findOne());
  }

  /** Adds it, unless another has been quicker. */
  private void add(long mount, String path, String hash) {
    String sql =
        "insert into folders (mount_id, path, path_hash) values (?, ?, ?) on conflict do nothing";
    database.use(handle -> handle.execute(sql, mount, path, hash));
  }
}
