package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.StoredStretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an image wants to be shown (XISF 1.0 sections 8.5.6 and 11.9). */
final class DisplayFunctions {

  /** What every image without the element has. */
  private static final StoredStretch.Channel IDENTITY = new StoredStretch.Channel(0.5, 0, 1, 0, 1);

  private DisplayFunctions() {}

  /** Adds the function; of one that is broken or changes nothing, only a note. */
  static ImageInfo describe(ImageInfo info, Unit unit, Planes planes) {
    Optional<Element> element =
        unit.children(planes.image().element(), "DisplayFunction").findFirst();
    if (element.isEmpty()) {
      return info;
    }
    Optional<List<StoredStretch.Channel>> channels = channels(element.get(), planes);
    if (channels.isEmpty()) {
      return info.withDecision("display function", "ignored", "its numbers are broken");
    }
    return channels.get().stream().allMatch(IDENTITY::equals)
        ? info.withDecision("display function", "none", "the file's changes nothing")
        : info.withStoredStretch(new StoredStretch.DisplayFunction(channels.get()));
  }

  /** Of a single plane that is asked for, its own; of grey, the first. */
  private static Optional<List<StoredStretch.Channel>> channels(Element element, Planes planes) {
    int first =
        planes.shownChannel(0) < planes.image().colourChannels() ? (int) planes.shownChannel(0) : 0;
    int end = first + planes.channels();
    List<List<Double>> vectors = new ArrayList<>();
    for (String name : List.of("m", "s", "h", "l", "r")) {
      List<Double> values = element.attribute(name).flatMap(PlainText::reals).orElse(List.of());
      if (values.size() < end) {
        return Optional.empty();
      }
      vectors.add(values);
    }
    List<StoredStretch.Channel> channels = new ArrayList<>();
    for (int c = first; c < end; c++) {
      int at = c;
      List<Double> v = vectors.stream().map(values -> values.get(at)).toList();
      if (!isSound(v)) {
        return Optional.empty();
      }
      channels.add(new StoredStretch.Channel(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4)));
    }
    return Optional.of(channels);
  }

  /** Section 8.5.6: all but the expansion is within 0..1, and in order. */
  private static boolean isSound(List<Double> v) {
    return isFraction(v.get(0))
        && isFraction(v.get(1))
        && isFraction(v.get(2))
        && v.get(1) <= v.get(2)
        && v.get(3) <= 0
        && v.get(4) >= 1
        && v.get(4) - v.get(3) < Double.POSITIVE_INFINITY;
  }

  private static boolean isFraction(double value) {
    return value >= 0 && value <= 1;
  }
}
