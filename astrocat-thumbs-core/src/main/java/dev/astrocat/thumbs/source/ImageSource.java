package dev.astrocat.thumbs.source;

import dev.astrocat.thumbs.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a picture comes from: a file, bytes, or an object of an object store. Immutable and
 * thread-safe; making one does no I/O.
 *
 * <p>The <em>identity</em> names the source for good, its {@link SourceVersion} says which bytes it
 * holds at the moment; together they decide whether a cached thumbnail still holds.
 */
public sealed interface ImageSource permits PathSource, MemorySource, StreamSource {

  /**
   * A file, of whatever file system. Its identity is its absolute path; of another file system than
   * the machine's, such as a zip file, its URI. Links are followed, see {@link #within}.
   */
  static ImageSource of(Path file) {
    return new PathSource(file, Optional.empty(), Optional.empty());
  }

  /**
   * A file that must lie in a folder, or below it: if a link on the way leads elsewhere, there is
   * no such file. The folder itself may be a link. Looked at whenever the file is opened, so that a
   * link that was put there later leads nowhere either.
   *
   * @throws IllegalArgumentException if the file's path does not begin with that of the folder
   */
  static ImageSource within(Path folder, Path file) {
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException(file.getFileName() + " is not below the folder");
    }
    return new PathSource(file, Optional.of(folder), Optional.empty());
  }

  /** Bytes in memory; {@code name} is their identity and should end like a file of their format. */
  static ImageSource of(String name, byte[] bytes) {
    return new MemorySource(requireIdentity(name), bytes);
  }

  /**
   * An object that can only be read as a stream. When pixels are needed it is read once into a
   * temporary file, which is deleted when the thumbnail is made.
   *
   * @param id identity, for example {@code s3://bucket/m31.fits}; what follows the last slash is
   *     its name
   * @param version for example its ETag; given without I/O
   */
  static ImageSource stream(String id, SourceVersion version, Opener opener) {
    return new StreamSource(requireIdentity(id), version, opener);
  }

  private static String requireIdentity(String identity) {
    if (identity.isEmpty()) {
      throw new IllegalArgumentException("a source needs a name");
    }
    return identity;
  }

  /** Opens the stream of an object; called from the thread that makes the thumbnail. */
  @FunctionalInterface
  interface Opener {
    /** A new stream from the first byte; the library closes it. */
    InputStream open() throws IOException;
  }

  /** What names this source for good: the absolute normalised path, or the host's string. */
  String identity();

  /** File name without folders, never empty. */
  String name();

  /**
   * The version that is known without looking at the source: the host's, or the digest of bytes in
   * memory; empty for plain files.
   */
  Optional<SourceVersion> givenVersion();

  /** This source with a version that the host knows, for example from its database. */
  ImageSource withVersion(SourceVersion version);

  /**
   * The version that the source has now. Blocks on file-system access for files.
   *
   * @throws dev.astrocat.thumbs.SourceException {@code SOURCE_NOT_FOUND}, {@code
   *     NOT_A_REGULAR_FILE}, {@code SOURCE_UNREADABLE}
   */
  SourceVersion currentVersion();

  /**
   * Whether the place where it lies can be looked into: for a file, whether its folder is there.
   * Blocks on file-system access for files.
   */
  default boolean isPlaceReachable() {
    return placeChanged().isPresent();
  }

  /**
   * When the place where it lies last gained or lost something: for a file, the time of its folder.
   * Tells a file that is gone from one on a disk that is not mounted, even where its bare mount
   * point is there. Blocks on file-system access for files.
   *
   * @return empty if the place cannot be looked into; {@link Instant#MAX} where it is always there
   */
  Optional<Instant> placeChanged();

  /**
   * Opens the source for reading. Blocks.
   *
   * @throws dev.astrocat.thumbs.SourceException {@code SOURCE_NOT_FOUND}, {@code
   *     NOT_A_REGULAR_FILE}, {@code SOURCE_UNREADABLE}
   * @throws dev.astrocat.thumbs.LimitException {@code LIMIT_DIMENSIONS} for more bytes than {@code
   *     limits} allow; {@code CANCELLED} if the thread is interrupted while a stream is read
   */
  SourceBytes open(Limits limits);
}
