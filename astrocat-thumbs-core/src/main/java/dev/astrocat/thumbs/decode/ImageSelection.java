package dev.astrocat.thumbs.decode;

import java.util.OptionalInt;

/**
 * Which picture of a file with several is wanted. Immutable.
 *
 * @param image index of the image: HDU of a FITS file, page of a TIFF; the first displayable one
 *     when empty
 * @param plane index of one plane of a cube or of a colour image, then shown grey; colour, or the
 *     first plane of a cube, when empty
 */
public record ImageSelection(OptionalInt image, OptionalInt plane) {

  /** What the format shows by default. */
  public static final ImageSelection DEFAULT =
      new ImageSelection(OptionalInt.empty(), OptionalInt.empty());

  /** Refuses negative indexes. */
  public ImageSelection {
    if (image.orElse(0) < 0 || plane.orElse(0) < 0) {
      throw new IllegalArgumentException("images and planes count from 0");
    }
  }

  /** This selection with one image. */
  public ImageSelection withImage(int index) {
    return new ImageSelection(OptionalInt.of(index), plane);
  }

  /** This selection with one plane. */
  public ImageSelection withPlane(int index) {
    return new ImageSelection(image, OptionalInt.of(index));
  }
}
