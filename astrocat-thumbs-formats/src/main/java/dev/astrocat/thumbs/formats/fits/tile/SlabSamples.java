package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.decode.SampleType;
import java.lang.reflect.Array;

/**
 * The samples of a slab while its tiles come in.
 *
 * @param array of the image's sample type, in booked memory
 * @param width columns
 * @param lines rows of the array that the slab covers
 */
record SlabSamples(Object array, int width, int lines) {

  static SlabSamples of(SampleType type, int width, int lines) {
    Class<?> sample = type.arrayType().getComponentType();
    return new SlabSamples(Array.newInstance(sample, width * lines), width, lines);
  }

  /** Copies a tile of the same sample type to its columns. */
  void put(Object tile, int left, int tileWidth) {
    for (int line = 0; line < lines; line++) {
      System.arraycopy(tile, line * tileWidth, array, line * width + left, tileWidth);
    }
  }
}
