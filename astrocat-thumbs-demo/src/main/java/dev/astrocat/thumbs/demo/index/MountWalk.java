package dev.astrocat.thumbs.demo.index;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks a folder and all below it and tells of image files as it meets them; links are not
 * followed. Holds an open folder a level, and no list of any kind. One thread.
 */
final class MountWalk extends SimpleFileVisitor<Path> {

  private static final Logger log = LoggerFactory.getLogger(MountWalk.class);

  /** Who is told. */
  interface Listener {
    /** A folder is going to be listed; false ends the walk. */
    boolean entering(Path folder);

    void found(FoundFile file);

    void skipped(Path path, Skipped reason);
  }

  private final Path root;
  private final SkipRules rules;
  private final Listener listener;

  private MountWalk(Path root, SkipRules rules, Listener listener) {
    this.root = root;
    this.rules = rules;
    this.listener = listener;
  }

  /** Walks all; blocks. What cannot be read is skipped, the root included. */
  static void walk(Path root, SkipRules rules, Listener listener) throws IOException {
    Files.walkFileTree(root, new MountWalk(root, rules, listener));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Optional<Skipped> reason = folder.equals(root) ? Optional.empty() : rules.folder(folder);
    reason.ifPresent(skipped -> listener.skipped(folder, skipped));
    if (reason.isPresent()) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    return listener.entering(folder) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    Optional<Skipped> reason = rules.file(file, attributes);
    if (reason.isPresent()) {
      listener.skipped(file, reason.get());
    } else {
      String extension = rules.formats().extension(file.getFileName().toString()).orElse("");
      listener.found(FoundFile.of(file, ImageFormats.format(extension), attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  /** A folder that cannot be listed, or a file that went away or refuses to tell of itself. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) {
    unreadable(path, failure);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    if (failure != null) {
      unreadable(folder, failure);
    }
    return FileVisitResult.CONTINUE;
  }

  private void unreadable(Path path, IOException failure) {
    log.warn("{} could not be read: {}", path, failure.toString());
    listener.skipped(path, Skipped.UNREADABLE);
  }
}
