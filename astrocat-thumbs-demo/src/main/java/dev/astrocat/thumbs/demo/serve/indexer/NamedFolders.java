package dev.astrocat.thumbs.demo.serve.indexer;

import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Finds folders by what a request calls them, and never outside of a mount: names are compared
 * element by element after all links were resolved, and a folder outside is as missing as one that
 * is not there. Thread-safe.
 */
public final class NamedFolders {

  private final Catalog catalog;

  /** Folders in the mounts of that catalog. */
  public NamedFolders(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The folder of that name, below the path of its mount.
   *
   * @param name absolute, or a mount's name with folders below
   * @throws RequestProblem 404 if there is no such folder in any mount
   */
  Path named(String name) {
    List<Mount> mounts = catalog.mounts();
    try {
      Path path = Path.of(name);
      Optional<Path> found =
          mounts.stream().flatMap(mount -> below(mount, path).stream()).findFirst();
      return found.orElseThrow(NamedFolders::noFolder);
    } catch (InvalidPathException e) {
      throw noFolder();
    }
  }

  private static RequestProblem noFolder() {
    return RequestProblem.notFound("No such folder in the library");
  }

  private static Optional<Path> below(Mount mount, Path path) {
    if (path.equals(mount.path()) || path.equals(Path.of(mount.name()))) {
      return Optional.of(mount.path()); // be it connected or not
    }
    try {
      Path root = mount.path().toRealPath();
      Path wanted;
      if (path.isAbsolute()) {
        wanted = path;
      } else if (path.getName(0).equals(Path.of(mount.name())) && path.getNameCount() > 1) {
        wanted = root.resolve(path.subpath(1, path.getNameCount()));
      } else {
        return Optional.empty();
      }
      Path real = wanted.toRealPath();
      return real.startsWith(root) && Files.isDirectory(real)
          ? Optional.of(mount.path().resolve(root.relativize(real)).normalize())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not there, for whoever asks
    }
  }

  /** What people call a folder that {@link #named} gave: mount name and folders below. */
  String label(Path folder) {
    return catalog.mounts().stream()
        .filter(mount -> folder.startsWith(mount.path()))
        .findFirst()
        .map(mount -> label(mount, folder))
        .orElse("");
  }

  private static String label(Mount mount, Path folder) {
    if (folder.equals(mount.path())) {
      return mount.name();
    }
    return StreamSupport.stream(mount.path().relativize(folder).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/", mount.name() + "/", ""));
  }
}
