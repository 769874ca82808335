package dev.astrocat.thumbs.demo.index;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    /** A folder is going to be listed. */
    void entering(Path folder);

    void found(FoundFile file) throws IOException;

    void skipped(Path path, Skipped reason);
  }

  private final Path mount;
  private final Path real;
  private final SkipRules rules;
  private final Listener listener;

  private MountWalk(Path mount, Path real, SkipRules rules, Listener listener) {
    this.mount = mount;
    this.real = real;
    this.rules = rules;
    this.listener = listener;
  }

  /**
   * Walks all; blocks. What cannot be read is skipped, the folder included. The mount itself may be
   * a link; the listener is told of paths below the mount as it is called.
   *
   * @param folder the mount, or a folder in it
   * @throws IOException if the mount is not there, or what the listener throws
   */
  static void walk(Path mount, Path folder, SkipRules rules, Listener listener) throws IOException {
    Path real = mount.toRealPath();
    Files.walkFileTree(
        real.resolve(mount.relativize(folder)), new MountWalk(mount, real, rules, listener));
  }

  private Path called(Path path) {
    return mount.resolve(real.relativize(path));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Path called = called(folder);
    Optional<Skipped> reason = folder.equals(real) ? Optional.empty() : rules.folder(called);
    if (reason.isPresent()) {
      listener.skipped(called, reason.get());
      return FileVisitResult.SKIP_SUBTREE;
    }
    listener.entering(called);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Path called = called(file);
    Optional<Skipped> reason = rules.file(called, attributes);
    if (reason.isPresent()) {
      listener.skipped(called, reason.get());
    } else {
      String extension = rules.formats().extension(called.getFileName().toString()).orElse("");
      listener.found(FoundFile.of(called, ImageFormats.format(extension), attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  /** A folder that cannot be listed, or a file that refuses to tell of itself. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) {
    return unreadable(path, failure);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    return failure == null ? FileVisitResult.CONTINUE : unreadable(folder, failure);
  }

  /** What went away between being listed and being looked at was just not there. */
  private FileVisitResult unreadable(Path path, IOException failure) {
    if (!(failure instanceof NoSuchFileException)) {
      log.warn("{} could not be read: {}", path, failure.toString());
      listener.skipped(called(path), Skipped.UNREADABLE);
    }
    return FileVisitResult.CONTINUE;
  }
}
