package dev.astrocat.thumbs.demo.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Looks through the pages of a server and the folder of thumbnails. */
final class Audit {

  /** Of each frame: one for pages, one for grids. */
  static final int THUMBNAILS = 2;

  private static final int PAGE = 100;

  private final Visitor visitor;
  private final Path sky;

  Audit(Visitor visitor, Path sky) {
    this.visitor = visitor;
    this.sky = sky;
  }

  /** All images, as the pages list them. */
  List<JsonNode> images() throws IOException, InterruptedException {
    List<JsonNode> images = new ArrayList<>();
    JsonNode page = page(1);
    for (int i = 2; !page.get("items").isEmpty(); i++) {
      page.get("items").forEach(images::add);
      page = page(i);
    }
    return images;
  }

  private JsonNode page(int number) throws IOException, InterruptedException {
    return visitor.json("/api/images?sort_by=id&page_size=" + PAGE + "&page=" + number);
  }

  /**
   * Each frame is there once, without a problem, and its thumbnail was made since then: the one
   * that a program with nobody else beside it makes.
   */
  void allAreMade(int frames, Instant since) throws IOException, InterruptedException {
    List<JsonNode> images = images();
    assertThat(images).hasSize(frames);
    assertThat(images.stream().map(this::file).distinct()).hasSize(frames);
    try (ThumbnailGenerator alone =
        ThumbnailGenerator.builder().size(NamedSize.PAGE, Installation.MAX_SIZE).build()) {
      for (JsonNode image : images) {
        assertThat(image.get("problem").isNull()).as(image.toString()).isTrue();
        assertThat(Instant.parse(image.get("thumbnail_generated_at").asText()))
            .as(image.toString())
            .isAfterOrEqualTo(since);
        Visitor.Answer picture = visitor.get("/api/images/" + image.get("id") + "/thumbnail");
        assertThat(picture.isOk()).as(image.toString()).isTrue();
        // The bytes differ by the note that a cache adds.
        boolean isThatPicture =
            Arrays.equals(
                pixels(picture.body()),
                pixels(alone.generate(ThumbnailRequest.of(file(image))).bytes()));
        assertThat(isThatPicture).as("the picture of " + image).isTrue();
      }
    }
  }

  private static int[] pixels(byte[] picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
    Raster raster = image.getRaster();
    return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
  }

  private Path file(JsonNode image) {
    return sky.resolve(image.get("folder").asText()).resolve(image.get("file_name").asText());
  }

  /** Thumbnails of so many frames, and nothing that a killed process began. */
  static void holds(Path thumbnails, int frames) throws IOException {
    try (Stream<Path> files = Files.list(thumbnails)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names)
          .filteredOn(name -> name.matches(".+_thumb_\\d+\\.jpg"))
          .hasSize(THUMBNAILS * frames);
    }
  }
}
