package dev.astrocat.thumbs.demo.serve;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells, at the start, an image folder that is away for now from one that is a mistake. Blocks on
 * the folders. Stateless.
 */
final class ImageFolders {

  private ImageFolders() {}

  /**
   * What to say of folders that are away. A server that starts before its NAS does not end for it:
   * what is in the catalog may come back, and so may what lacks nothing but itself, as a place that
   * is made by mounting.
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
    return warnings;
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
