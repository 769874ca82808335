package dev.astrocat.thumbs;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many pixels each {@link NamedSize} has for a generator. Immutable.
 *
 * @param pixels longest side of every named size
 */
public record NamedSizes(Map<NamedSize, Integer> pixels) {

  /** Checks the sizes; a name that is missing has its default. */
  public NamedSizes {
    Map<NamedSize, Integer> all = new EnumMap<>(NamedSize.class);
    for (NamedSize name : NamedSize.values()) {
      all.put(name, ThumbnailRequest.requireSize(pixels.getOrDefault(name, name.pixels())));
    }
    pixels = Map.copyOf(all);
  }

  /** 320, 500, 800 and 1600 pixels. */
  public static NamedSizes defaults() {
    return new NamedSizes(Map.of());
  }

  /** These with another number of pixels for a name. */
  public NamedSizes with(NamedSize name, int value) {
    Map<NamedSize, Integer> changed = new EnumMap<>(pixels);
    changed.put(name, value);
    return new NamedSizes(changed);
  }

  /** Longest side in pixels. */
  public int of(NamedSize name) {
    return pixels.getOrDefault(name, name.pixels());
  }

  /**
   * The smallest named size that has so many pixels at least, or the largest of all: a server that
   * serves only these keeps its cache small.
   */
  public NamedSize atLeast(int wanted) {
    Comparator<Map.Entry<NamedSize, Integer>> bySize =
        Map.Entry.<NamedSize, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey());
    return pixels.entrySet().stream()
        .filter(size -> size.getValue() >= wanted)
        .min(bySize)
        .or(() -> pixels.entrySet().stream().max(bySize))
        .orElseThrow()
        .getKey();
  }
}
