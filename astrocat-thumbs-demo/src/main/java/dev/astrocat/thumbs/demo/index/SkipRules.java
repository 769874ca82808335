package dev.astrocat.thumbs.demo.index;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a scan leaves out. Immutable.
 *
 * @param formats which files are images, by their names
 * @param own our own folders, absolute and normalised
 * @param mounts all mounts; one may lie in another
 */
record SkipRules(ImageFormats formats, Set<Path> own, Set<Path> mounts) {

  /** Of Synology, QNAP and Linux; those with a dot in front are hidden anyway. */
  private static final Set<String> SYSTEM_FOLDERS =
      Set.of(
          "@eadir",
          "#recycle",
          "#snapshot",
          ".@__thumb",
          "lost+found",
          "$recycle.bin",
          "system volume information");

  private static final String ANNOTATED = "_annotated";

  /** Why a folder below a mount is not looked into. */
  Optional<Skipped> folder(Path folder) {
    String name = name(folder);
    if (SYSTEM_FOLDERS.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(Skipped.SYSTEM_FOLDER);
    }
    if (name.startsWith(".")) {
      return Optional.of(Skipped.HIDDEN);
    }
    if (own.contains(folder)) {
      return Optional.of(Skipped.OWN_FOLDER);
    }
    return mounts.contains(folder) ? Optional.of(Skipped.OTHER_MOUNT) : Optional.empty();
  }

  /** Why a file is not an image of the catalog. */
  Optional<Skipped> file(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    if (name.startsWith(".")) {
      return Optional.of(Skipped.HIDDEN);
    }
    if (attributes.isSymbolicLink()) {
      return Optional.of(Skipped.LINK);
    }
    if (!attributes.isRegularFile()) {
      return Optional.of(Skipped.SPECIAL_FILE);
    }
    Optional<String> extension = formats.extension(name);
    if (extension.isEmpty()) {
      return Optional.of(Skipped.OTHER_FORMAT);
    }
    String stem = name.substring(0, name.length() - extension.get().length() - 1);
    if (stem.toLowerCase(Locale.ROOT).endsWith(ANNOTATED)) {
      return Optional.of(Skipped.ANNOTATED);
    }
    boolean readable = name.indexOf('\uFFFD') < 0 && file.equals(Path.of(file.toString()));
    return readable ? Optional.empty() : Optional.of(Skipped.UNREADABLE_NAME);
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
