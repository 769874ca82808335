package dev.astrocat.thumbs.demo.sheet;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One file on a contact sheet. Immutable.
 *
 * @param pictures it in each look; none if it cannot be shown
 * @param label its name, then what was made of it
 */
record SheetTile(List<BufferedImage> pictures, List<String> label) {

  /** Longest side of a picture. */
  static final int SIDE = 190;
}
