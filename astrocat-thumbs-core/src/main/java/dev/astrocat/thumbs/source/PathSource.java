package dev.astrocat.thumbs.source;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.SourceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file on a file system; never memory-mapped, since a truncated map kills the JVM's reads. */
record PathSource(Path file, Optional<Path> folder, Optional<SourceVersion> givenVersion)
    implements ImageSource {

  @Override
  public String identity() {
    Path path = file.toAbsolutePath().normalize();
    boolean isOfMachine = path.getFileSystem().equals(FileSystems.getDefault());
    return isOfMachine ? path.toString() : path.toUri().toString();
  }

  @Override
  public String name() {
    Path name = file.toAbsolutePath().normalize().getFileName();
    return name == null ? "/" : name.toString();
  }

  @Override
  public ImageSource withVersion(SourceVersion version) {
    return new PathSource(file, folder, Optional.of(version));
  }

  @Override
  public SourceVersion currentVersion() {
    return versionOf(attributes());
  }

  @Override
  public Optional<Instant> placeChanged() {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      return Optional.of(Instant.MAX);
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
      return Optional.of(attributes.lastModifiedTime().toInstant())
          .filter(time -> attributes.isDirectory());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public SourceBytes open(Limits limits) {
    // Looked at before it is opened: opening a pipe would wait for a writer.
    BasicFileAttributes attributes = attributes();
    Sizes.require(attributes.size(), limits);
    try {
      if (folder.isPresent() && !isBelow(folder.get())) {
        throw notFound(null);
      }
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      // As seen before opening: a file that was replaced in between counts as changed.
      SourceVersion seen = versionOf(attributes);
      return new ChannelBytes(
          name(), channel, attributes.size(), givenVersion.orElse(seen), this, seen);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private boolean isBelow(Path root) throws IOException {
    return file.toRealPath().equals(root.toRealPath().resolve(root.relativize(file)));
  }

  BasicFileAttributes attributes() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new SourceException(
            ErrorCode.NOT_A_REGULAR_FILE,
            name()
                + (attributes.isDirectory() ? " is a folder" : " is not a regular file")
                + "; give the name of an image file");
      }
      return attributes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static SourceVersion versionOf(BasicFileAttributes attributes) {
    return SourceVersion.of(attributes.size(), attributes.lastModifiedTime());
  }

  private SourceException unreadable(IOException e) {
    if (e instanceof NoSuchFileException || isInsideFile()) {
      return notFound(e);
    }
    if (e instanceof AccessDeniedException) {
      return new SourceException(ErrorCode.SOURCE_UNREADABLE, "no permission to read " + name(), e);
    }
    return SourceException.unreadable(name(), e);
  }

  private SourceException notFound(@Nullable IOException cause) {
    return new SourceException(
        ErrorCode.SOURCE_NOT_FOUND, "there is no file " + name() + "; check the path", cause);
  }

  /** {@code a.fits/b}: the JDK has no class of its own for ENOTDIR, and its words are localised. */
  private boolean isInsideFile() {
    Path folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.isRegularFile(folder)) {
      folder = folder.getParent();
    }
    return folder != null;
  }
}
