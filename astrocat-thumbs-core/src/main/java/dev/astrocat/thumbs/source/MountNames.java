package dev.astrocat.thumbs.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Which mount an image lies on, told by its name alone: asking the file system of a mount that
 * hangs would hang too. Immutable.
 *
 * @param mounts folders that may hang by themselves; of files elsewhere, the first two elements of
 *     the path count as one
 */
public record MountNames(List<Path> mounts) {

  private static final int ELEMENTS = 2;

  /** Names the mount of a source. Does not ask the file system. */
  public String of(ImageSource source) {
    try {
      Path path = Path.of(source.identity());
      return mounts.stream()
          .filter(path::startsWith)
          .max(Comparator.comparingInt(Path::getNameCount))
          .map(Path::toString)
          .orElseGet(() -> firstElements(path));
    } catch (InvalidPathException e) {
      return ""; // an object's name, which need not be a path
    }
  }

  /** {@code /data/nas} of {@code /data/nas/m31/a.fits}, {@code s3:/bucket} of an object. */
  private static String firstElements(Path path) {
    Path folder = path.getParent();
    while (folder != null && folder.getNameCount() > ELEMENTS) {
      folder = folder.getParent();
    }
    return folder == null ? "" : folder.toString();
  }
}
