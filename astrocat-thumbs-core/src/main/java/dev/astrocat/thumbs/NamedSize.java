package dev.astrocat.thumbs;

/**
 * The sizes that user interfaces ask for: longest side in pixels, unless the generator was built
 * with others.
 */
public enum NamedSize {
  /** 320: a tile of a dense grid. */
  GRID(320),
  /** 500: a card. */
  CARD(500),
  /** 800: a page; the default, with the documented cache name. */
  PAGE(800),
  /** 1600: the detail view. */
  DETAIL(1600);

  private final int pixels;

  NamedSize(int pixels) {
    this.pixels = pixels;
  }

  /** Longest side in pixels, by default. */
  public int pixels() {
    return pixels;
  }
}
