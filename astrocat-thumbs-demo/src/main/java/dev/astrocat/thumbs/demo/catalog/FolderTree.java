package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tree of mounts and folders, level by level. Thread-safe. */
final class FolderTree {

  private final Database database;
  private final Mounts mounts;

  FolderTree(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  List<FolderCount> in(Optional<String> parent) {
    if (parent.isEmpty()) {
      return roots();
    }
    return mounts.named(parent.get()).map(this::children).orElse(List.of());
  }

  private List<FolderCount> roots() {
    String sql = "select mount_id, count(*) from cards group by mount_id";
    Map<Long, Long> counts =
        database
            .with(
                handle ->
                    handle
                        .createQuery(sql)
                        .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                        .list())
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return mounts.rows().stream()
        .map(row -> count(row.mount(), "", counts.getOrDefault(row.mountId(), 0L)))
        .toList();
  }

  private List<FolderCount> children(Place parent) {
    String sql =
        """
        select f.path, (select count(*) from cards c where c.folder_id = f.id) as images
        from folders f
        where f.mount_id = :mount and f.path like :below escape '!'
        """;
    String below = parent.folder().isEmpty() ? "_%" : Texts.literal(parent.folder()) + "/%";
    Map<String, Long> counts =
        new TreeMap<>(Comparator.comparing(Keys::order).thenComparing(f -> f));
    database
        .with(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("mount", parent.mountId())
                    .bind("below", below)
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .list())
        .forEach(
            folder ->
                counts.merge(
                    childOf(parent.folder(), folder.getKey()), folder.getValue(), Long::sum));
    counts.values().removeIf(images -> images == 0);
    return counts.entrySet().stream()
        .map(child -> count(parent.mount(), child.getKey(), child.getValue()))
        .toList();
  }

  /** The folder directly in the parent that is, or holds, a folder below it. */
  private static String childOf(String parent, String folder) {
    int start = parent.isEmpty() ? 0 : parent.length() + 1;
    int end = folder.indexOf('/', start);
    return end < 0 ? folder : folder.substring(0, end);
  }

  private static FolderCount count(Mount mount, String folder, long count) {
    String path = folder.isEmpty() ? mount.name() : mount.name() + "/" + folder;
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new FolderCount(path, name, count, mount.connected());
  }
}
