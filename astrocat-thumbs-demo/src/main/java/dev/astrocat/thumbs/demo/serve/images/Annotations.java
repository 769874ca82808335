package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Pictures {@code annotated_{id}.jpg} that other programs put beside the thumbnails. Links are not
 * followed. Immutable.
 *
 * @param folder the cache's folder
 */
record Annotations(Path folder) {

  private static final long MAX_BYTES = 64L << 20;
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
    if (!has(id) || Files.size(file(id)) > MAX_BYTES) {
      throw RequestProblem.notFound("Annotated image not found");
    }
    byte[] bytes = Files.readAllBytes(file(id));
    if (bytes.length < 2 || ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) != JPEG_SIGNATURE) {
      throw RequestProblem.notFound("Annotated image not found");
    }
    return bytes;
  }

  private Path file(long id) {
    return folder.resolve("annotated_" + id + ".jpg");
  }
}
