package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.database.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of mounts, which is small. Thread-safe. */
final class Mounts {

  private static final Set<String> NO_ELEMENTS = Set.of("", ".", "..");

  /** Images that one statement forgets. */
  private static final int AT_ONCE = 200;

  private final Database database;

  Mounts(Database database) {
    this.database = database;
  }

  List<Mount> all() {
    return rows().stream().map(Place::mount).toList();
  }

  /** All mounts by name, as the places that they are. */
  List<Place> rows() {
    return database.with(
        handle ->
            handle.createQuery("select * from mounts order by name").map(new MountRow()).list());
  }

  /** The key of a mount that must be known. */
  long id(Path path) {
    return find(path)
        .map(Place::mountId)
        .orElseThrow(() -> new IllegalArgumentException("a mount that was not registered"));
  }

  List<Mount> register(List<Path> paths) {
    List<Mount> registered = new ArrayList<>();
    for (Path path : paths) {
      registered.add(find(path).map(Place::mount).orElseGet(() -> add(path)));
    }
    return registered;
  }

  void save(Mount mount) {
    if (!MountRow.update(database, mount)) {
      insert(mount);
      MountRow.update(database, mount);
    }
  }

  void forget(Path path) {
    Optional<Place> mount = find(path);
    if (mount.isPresent()) {
      long id = mount.get().mountId();
      forgetImages(id);
      database.use(handle -> handle.execute("delete from folders where mount_id = ?", id));
      database.use(handle -> handle.execute("delete from mounts where id = ?", id));
    }
  }

  /**
   * Some at a time, as others wait while they are deleted. The mount goes last: one that was half
   * forgotten is a mount with fewer images, until it is forgotten again or scanned.
   */
  private void forgetImages(long mountId) {
    List<Long> ids = images(mountId, 0);
    while (!ids.isEmpty()) {
      List<Long> some = ids;
      database.with(handle -> Indexing.remove(handle, some));
      ids = images(mountId, some.get(some.size() - 1));
    }
  }

  private List<Long> images(long mountId, long after) {
    String sql = "select id from images where mount_id = ? and id > ? order by id limit ?";
    return database.with(
        handle -> handle.select(sql, mountId, after, AT_ONCE).mapTo(Long.class).list());
  }

  /** The folder that a name of people means. */
  Optional<Place> named(String path) {
    String[] parts = path.split("/", 2);
    String folder = parts.length == 1 ? "" : parts[1];
    List<String> elements = Arrays.asList(folder.split("/", -1));
    if (!folder.isEmpty() && elements.stream().anyMatch(NO_ELEMENTS::contains)) {
      return Optional.empty();
    }
    return rows().stream()
        .filter(row -> row.mount().name().equals(parts[0]))
        .map(row -> new Place(row.mountId(), row.mount(), folder))
        .findFirst();
  }

  /** Where images in a folder or below it lie: in one mount's folder, or in several mounts. */
  List<Place> under(Path folder) {
    Path wanted = folder.toAbsolutePath().normalize();
    List<Place> places = new ArrayList<>();
    for (Place row : rows()) {
      Path mount = row.mount().path();
      if (mount.startsWith(wanted)) {
        places.add(row);
      } else if (wanted.startsWith(mount)) {
        places.add(new Place(row.mountId(), row.mount(), mount.relativize(wanted).toString()));
      }
    }
    return places;
  }

  /** The keys of a folder and those below it that hold images or did; so many at most. */
  List<Long> folders(Place place, int limit) {
    String sql =
        """
        select id from folders
        where mount_id = :mount and (path = :folder or path like :below escape '!') limit :limit
        """;
    return database.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("mount", place.mountId())
                .bind("folder", place.folder())
                .bind("below", Texts.literal(place.folder()) + "/%")
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
  }

  private Optional<Place> find(Path path) {
    String sql = "select * from mounts where path_hash = :hash";
    return database.with(
        handle ->
            handle.createQuery(sql).bind("hash", Keys.path(path)).map(new MountRow()).findOne());
  }

  private Mount add(Path path) {
    Set<String> taken = all().stream().map(Mount::name).collect(Collectors.toSet());
    return insert(Mount.of(path, MountName.of(path, taken)));
  }

  /** Adds a mount, unless another process has done so; as it is then. */
  private Mount insert(Mount mount) {
    try {
      MountRow.insert(database, mount);
      return mount;
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.DUPLICATE) {
        throw e;
      }
      return find(mount.path()).map(Place::mount).orElseGet(() -> add(mount.path()));
    }
  }
}
