package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.KnownFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a mount that is there from the empty folder that it leaves behind. Blocks, for ever on a
 * mount that hangs. Stateless.
 */
final class Connection {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private Connection() {}

  /**
   * Whether what is known of a mount can be compared with what lies there. A mount that has images
   * is not connected if its folder is empty; nor if it lies on another device than they did and
   * none of them is there. Numbers of devices change when a machine starts again.
   *
   * @param some images that are known of it; none if it is new
   */
  static boolean isThere(Path mount, List<KnownFile> some) {
    try {
      if (!Files.isDirectory(mount) || isEmpty(mount)) {
        return Files.isDirectory(mount) && Files.isReadable(mount) && some.isEmpty();
      }
      Optional<String> device = device(mount);
      return some.isEmpty()
          || some.stream().anyMatch(known -> known.fileKey().map(Connection::device).equals(device))
          || some.stream().anyMatch(known -> Files.exists(known.file()));
    } catch (IOException | DirectoryIteratorException e) {
      log.debug("{} cannot be listed", mount, e);
      return false;
    }
  }

  /**
   * Whether a folder is the empty place of something that was mounted below the mount and is not
   * now.
   *
   * @param key of a file that was in it
   */
  static boolean isVacated(Path folder, Optional<String> key) {
    try {
      return key.isPresent()
          && Files.isDirectory(folder)
          && isEmpty(folder)
          && !key.map(Connection::device).equals(device(folder));
    } catch (IOException | DirectoryIteratorException e) {
      log.debug("{} cannot be listed", folder, e);
      return true;
    }
  }

  /** Hidden files do not count: some put one into the folder that a mount covers. */
  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".") && !name.equals("lost+found")) {
          return false;
        }
      }
      return true;
    }
  }

  private static Optional<String> device(Path folder) throws IOException {
    return FoundFile.key(
            Files.readAttributes(
                folder.toRealPath(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS))
        .map(Connection::device);
  }

  /** The part of a key that names the device: {@code dev=801} of {@code (dev=801,ino=2)}. */
  static String device(String key) {
    int comma = key.indexOf(',');
    return comma < 0 ? key : key.substring(0, comma);
  }
}
