package dev.astrocat.thumbs.demo.serve;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells, at the start, an image folder that is away for now from one that is a mistake, and whether
 * the locale can express all names of files. Blocks on the folders. Stateless.
 */
final class ImageFolders {

  private static final String BEYOND_ASCII = "\u661f";

  private ImageFolders() {}

  /**
   * What to say of folders that are away, and of the locale. A server that starts before its NAS
   * does not end for it: what is in the catalog may come back, and so may what lacks nothing but
   * itself, as a place that is made by mounting.
   *
   * @param folders that were named
   * @param known folders of the catalog
   * @throws FileSystemException for a folder that is a mistake
   */
  static List<String> warnings(Collection<Path> folders, Collection<Path> known)
      throws FileSystemException {
    List<String> warnings = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new NotDirectoryException(folder.toString());
      }
      if (!Files.isDirectory(folder)) {
        refuseMistake(folder, known);
        warnings.add(
            "warning: %s is not there; it is shown as offline, and scanned when it appears"
                .formatted(folder));
      } else if (!Files.isReadable(folder)) {
        warnings.add(
            "warning: %s may not be read; it is shown as offline until it may".formatted(folder));
      }
    }
    if (!canBeNamed(BEYOND_ASCII)) {
      warnings.add(
          "warning: in this locale, images with letters outside ASCII in their names are skipped;"
              + " start again with LC_ALL=C.UTF-8 set");
    }
    return warnings;
  }

  private static boolean canBeNamed(String name) {
    try {
      return Path.of(name).toString().equals(name);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void refuseMistake(Path folder, Collection<Path> known)
      throws FileSystemException {
    Path above = folder.getParent();
    if (!known.contains(folder) && above != null && !Files.isDirectory(above)) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "there is no such folder, nor "
              + above
              + "; correct --library (or IMAGE_PATHS), or make the latter if the folder is to be"
              + " mounted later");
    }
  }
}
