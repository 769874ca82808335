package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The image of a unit that is shown, and why.
 *
 * @param element its element
 * @param name in words: its id, or its index
 * @param reason in words, for people
 */
record ImageChoice(Element element, String name, String reason) {

  /**
   * Chooses the image that the caller names, else the first that can be shown: a map, such as of
   * weights or rejected pixels, only when there is nothing else.
   *
   * @throws DecodeException {@code NO_IMAGE}; {@code FORMAT_UNSUPPORTED} or {@code DATA_MALFORMED}
   *     when no image can be shown
   */
  static ImageChoice from(Unit unit, DecodeContext context) {
    List<Element> images = unit.images();
    if (images.isEmpty()) {
      throw DecodeException.noImage("XISF: the file holds no image");
    }
    ImageSelection selection = context.selection();
    if (selection.isExplicit()) {
      return wanted(images, selection);
    }
    List<ImageChoice> maps = new ArrayList<>();
    Optional<ImageChoice> refused = Optional.empty();
    for (int i = 0; i < images.size(); i++) {
      Element image = images.get(i);
      if (isReadable(image, context)) {
        if (!ImageElement.isMap(image)) {
          return chosen(images, i, "the first image that can be shown");
        }
        maps.add(chosen(images, i, "the only images that can be shown are maps"));
      } else if (refused.isEmpty()) {
        refused = Optional.of(chosen(images, i, "the first image"));
      }
    }
    return maps.isEmpty() ? refused.orElseThrow() : maps.get(0);
  }

  private static ImageChoice wanted(List<Element> images, ImageSelection selection) {
    for (int i = 0; i < images.size(); i++) {
      if (selection.matches(i, images.get(i).attribute("id").orElse(""))) {
        return chosen(images, i, "asked for");
      }
    }
    throw DecodeException.noImage("XISF: there is no image " + selection.words());
  }

  private static ImageChoice chosen(List<Element> images, int index, String reason) {
    Element image = images.get(index);
    String name = image.attribute("id").map(id -> index + " (" + id + ")").orElse("" + index);
    return new ImageChoice(image, name, images.size() == 1 ? "the only one" : reason);
  }

  /** Whether its kind is supported; an image that is broken is not passed over in silence. */
  private static boolean isReadable(Element image, DecodeContext context) {
    try {
      ImageElement.of(image, context);
      return true;
    } catch (DecodeException e) {
      return e.code() != ErrorCode.FORMAT_UNSUPPORTED;
    }
  }
}
