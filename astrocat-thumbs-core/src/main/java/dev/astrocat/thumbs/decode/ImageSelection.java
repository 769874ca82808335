package dev.astrocat.thumbs.decode;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which picture of a file with several is wanted. Immutable.
 *
 * @param image index of the image: HDU of a FITS file, page of a TIFF; the first displayable one
 *     when empty
 * @param name name of the image: {@code EXTNAME} of a FITS HDU, {@code id} of an XISF image;
 *     compared without regard to case
 * @param plane index of one plane of a cube or of a colour image, then shown grey; colour, or the
 *     first plane of a cube, when empty
 */
public record ImageSelection(OptionalInt image, Optional<String> name, OptionalInt plane) {

  /** What the format shows by default. */
  public static final ImageSelection DEFAULT =
      new ImageSelection(OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

  /** Refuses negative indexes. */
  public ImageSelection {
    if (image.orElse(0) < 0 || plane.orElse(0) < 0) {
      throw new IllegalArgumentException("images and planes count from 0");
    }
    if (image.isPresent() && name.isPresent()) {
      throw new IllegalArgumentException("an image is chosen by index or by name");
    }
  }

  /** Whether one image is named; else the first displayable one is meant. */
  public boolean isExplicit() {
    return image.isPresent() || name.isPresent();
  }

  /** Whether an image of this index and name is the one that is named. */
  public boolean matches(int index, String imageName) {
    return image.isPresent()
        ? image.getAsInt() == index
        : name.isPresent() && name.get().equalsIgnoreCase(imageName.strip());
  }

  /** The image's index or name, for messages. */
  public String words() {
    return image.isPresent() ? String.valueOf(image.getAsInt()) : name.orElse("");
  }

  /** This selection with one image. */
  public ImageSelection withImage(int index) {
    return new ImageSelection(OptionalInt.of(index), Optional.empty(), plane);
  }

  /** This selection with the image of a name. */
  public ImageSelection withImage(String imageName) {
    return new ImageSelection(OptionalInt.empty(), Optional.of(imageName), plane);
  }

  /** This selection with one plane. */
  public ImageSelection withPlane(int index) {
    return new ImageSelection(image, name, OptionalInt.of(index));
  }
}
