package dev.astrocat.thumbs.demo.serve.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class AnnotationsTest {

  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 1, 2};
  private static final byte[] SECRET = {(byte) 0xFF, (byte) 0xD8, 9, 9};

  @TempDir private Path folder;

  /** A link that takes the picture's place between a look and the reading is not followed. */
  @Test
  @Timeout(120)
  void linkThatTakesThePictureSPlaceIsNotFollowed() throws Exception {
    Path secret = Files.write(folder.resolve("secret.jpg"), SECRET);
    AtomicBoolean isEnough = new AtomicBoolean();
    CompletableFuture<Void> swapping =
        CompletableFuture.runAsync(
            () -> {
              while (!isEnough.get()) {
                swap(secret);
              }
            });
    Annotations annotations = new Annotations(folder);
    int pictures = 0;
    for (int i = 0; i < 20_000 || pictures == 0; i++) {
      pictures += isPicture(annotations) ? 1 : 0;
    }
    isEnough.set(true);
    swapping.join();
    assertThat(pictures).isPositive();
  }

  private static boolean isPicture(Annotations annotations) throws IOException {
    try {
      assertThat(annotations.read(1)).isEqualTo(PICTURE);
      return true;
    } catch (RequestProblem e) {
      return false; // a link just then
    }
  }

  private void swap(Path secret) {
    try {
      Path link = Files.createSymbolicLink(folder.resolve("link"), secret);
      Files.move(link, folder.resolve("annotated_1.jpg"), StandardCopyOption.ATOMIC_MOVE);
      Path picture = Files.write(folder.resolve("picture"), PICTURE);
      Files.move(picture, folder.resolve("annotated_1.jpg"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
