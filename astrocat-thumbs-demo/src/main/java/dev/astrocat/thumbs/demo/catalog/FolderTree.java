package dev.astrocat.thumbs.demo.catalog;

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
    String sql = "select mount_id, count(*) from images group by mount_id";
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
    Conditions conditions = Conditions.under(List.of(parent));
    String sql =
        "select i.folder, count(*) from images i" + conditions.where() + " group by i.folder";
    Map<String, Long> counts =
        new TreeMap<>(Comparator.comparing(Keys::order).thenComparing(f -> f));
    database
        .with(
            handle ->
                conditions
                    .bindTo(handle.createQuery(sql))
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .list())
        .forEach(
            folder ->
                childOf(parent.folder(), folder.getKey())
                    .ifPresent(child -> counts.merge(child, folder.getValue(), Long::sum)));
    return counts.entrySet().stream()
        .map(child -> count(parent.mount(), child.getKey(), child.getValue()))
        .toList();
  }

  /** The folder directly in the parent that is, or holds, another folder. */
  private static Optional<String> childOf(String parent, String folder) {
    if (folder.length() <= parent.length()) {
      return Optional.empty(); // the parent itself
    }
    int start = parent.isEmpty() ? 0 : parent.length() + 1;
    int end = folder.indexOf('/', start);
    return Optional.of(end < 0 ? folder : folder.substring(0, end));
  }

  private static FolderCount count(Mount mount, String folder, long count) {
    String path = folder.isEmpty() ? mount.name() : mount.name() + "/" + folder;
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new FolderCount(path, name, count, mount.connected());
  }
}
