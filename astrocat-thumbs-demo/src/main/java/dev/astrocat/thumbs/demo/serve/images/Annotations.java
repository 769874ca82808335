package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures {@code annotated_{id}.jpg} that other programs put beside the thumbnails. Links are not
 * followed. Immutable.
 *
 * @param folder the cache's folder
 */
record Annotations(Path folder) {

  private static final Logger LOG = LoggerFactory.getLogger(Annotations.class);
  private static final int MAX_BYTES = 64 << 20;
  private static final int JPEG_SIGNATURE = 0xFFD8;

  boolean has(long id) {
    return Files.isRegularFile(file(id), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The picture's bytes.
   *
   * @throws RequestProblem 404 if there is none, or something else in its place
   */
  byte[] read(long id) throws IOException {
    if (!has(id)) {
      throw none();
    }
    byte[] bytes = bytes(file(id));
    boolean isJpeg =
        bytes.length >= 2 && ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) == JPEG_SIGNATURE;
    if (!isJpeg || bytes.length > MAX_BYTES) {
      throw none();
    }
    return bytes;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (SeekableByteChannel channel = opened(file)) {
      return Channels.newInputStream(channel).readNBytes(MAX_BYTES + 1);
    }
  }

  /** As what it was seen to be: a link that took its place just now is not followed. */
  private static SeekableByteChannel opened(Path file) {
    try {
      return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      LOG.debug("an annotation cannot be opened", e);
      throw none();
    }
  }

  /** Half of a SHA-256 of the bytes. */
  static String tag(byte[] picture) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(picture);
      return HexFormat.of().formatHex(digest, 0, digest.length / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static RequestProblem none() {
    return RequestProblem.notFound("Annotated image not found");
  }

  private Path file(long id) {
    return folder.resolve("annotated_" + id + ".jpg");
  }
}
