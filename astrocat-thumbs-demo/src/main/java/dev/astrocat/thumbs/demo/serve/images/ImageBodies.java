package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.demo.Version;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.catalog.Frame;
import dev.astrocat.thumbs.demo.catalog.ImagePage;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Shows images of the catalog to HTTP clients. Immutable.
 *
 * @param annotations pictures of other programs
 * @param look the installation's
 */
public record ImageBodies(Annotations annotations, Look look) {

  private static final int BASE = 36;

  /** For a cache in that folder and an installation of that look. */
  public static ImageBodies of(Path thumbnails, Look look) {
    return new ImageBodies(new Annotations(thumbnails), look);
  }

  /** One image. */
  public ImageBody body(CatalogImage image) {
    return ImageBody.of(image, annotations, version(image));
  }

  /** A page of them. */
  public PageBody page(ImagePage found, int page, int pageSize) {
    return PageBody.of(
        found.items().stream().map(this::body).toList(), found.total(), page, pageSize);
  }

  /** Short text that changes with all that a picture of the image depends on. */
  public String version(CatalogImage image) {
    int choices =
        Objects.hash(
            image.choice().look().orElse(look).name(),
            image.choice().stretch().orElse(""),
            image.subframe().name(),
            image.frame().map(Frame::decoder).orElse(""),
            Version.number());
    long source = 31 * image.modifiedNanos() + image.sizeBytes();
    return Long.toUnsignedString(source, BASE) + Integer.toUnsignedString(choices, BASE);
  }
}
