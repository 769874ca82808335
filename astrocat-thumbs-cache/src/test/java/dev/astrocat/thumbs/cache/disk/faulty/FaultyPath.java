package dev.astrocat.thumbs.cache.disk.faulty;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/**
 * A path on a faulty file system.
 *
 * @param system the file system
 * @param path the same path on the real one
 */
record FaultyPath(FaultyFileSystem system, Path path) implements Path {

  static Path real(Path path) {
    return path instanceof FaultyPath faulty ? faulty.path : path;
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return path.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return wrappedOrNull(path.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return wrappedOrNull(path.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return wrappedOrNull(path.getParent());
  }

  @Override
  public int getNameCount() {
    return path.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return wrapped(path.getName(index));
  }

  @Override
  public Path subpath(int beginIndex, int endIndex) {
    return wrapped(path.subpath(beginIndex, endIndex));
  }

  @Override
  public boolean startsWith(Path other) {
    return path.startsWith(real(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return path.endsWith(real(other));
  }

  @Override
  public Path normalize() {
    return wrapped(path.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return wrapped(path.resolve(real(other)));
  }

  @Override
  public Path relativize(Path other) {
    return wrapped(path.relativize(real(other)));
  }

  @Override
  public URI toUri() {
    return path.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return wrapped(path.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return wrapped(path.toRealPath(options));
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return path.compareTo(real(other));
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private Path wrapped(Path other) {
    return system.wrap(other);
  }

  private @Nullable Path wrappedOrNull(@Nullable Path other) {
    return other == null ? null : system.wrap(other);
  }
}
