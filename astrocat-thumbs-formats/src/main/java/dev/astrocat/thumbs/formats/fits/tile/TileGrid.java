package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.fits.Header;
import java.util.Arrays;

/**
 * How tiles cover an array of any number of axes (FITS 4.0 section 10.1.1). A <em>line</em> is what
 * one step along all axes but the first selects; a <em>slab</em> is all tiles that share their
 * lines, so it is as wide as the array. Immutable.
 */
final class TileGrid {

  private final long[] lengths;
  private final long[] tiles;

  private TileGrid(long[] lengths, long[] tiles) {
    this.lengths = lengths;
    this.tiles = tiles;
  }

  /** Reads ZNAXISn and ZTILEn; a tile is one row unless the file says otherwise. */
  static TileGrid of(Header header) {
    int axes = (int) header.require("ZNAXIS", 1, 999);
    long[] lengths = new long[axes];
    long[] tiles = new long[axes];
    for (int i = 0; i < axes; i++) {
      lengths[i] = header.require("ZNAXIS" + (i + 1), 1, Long.MAX_VALUE);
      long usual = i == 0 ? lengths[0] : 1;
      long tile = header.optional("ZTILE" + (i + 1), 1, Long.MAX_VALUE, usual);
      tiles[i] = Math.min(tile, lengths[i]);
    }
    TileGrid grid = new TileGrid(lengths, tiles);
    grid.checkSizes();
    return grid;
  }

  @SuppressWarnings("ReturnValueIgnored") // only whether it overflows matters
  private void checkSizes() {
    try {
      long samples = Arrays.stream(lengths).reduce(1, Math::multiplyExact);
      long slabSamples = Math.multiplyExact(lengths[0], slabLines());
      if (slabSamples > Integer.MAX_VALUE) {
        throw DecodeException.malformed(
            "FITS: a row of tiles holds " + slabSamples + " of " + samples + " samples, too many");
      }
    } catch (ArithmeticException e) {
      throw DecodeException.malformed("FITS: ZNAXISn multiply to more than 2^63", e);
    }
  }

  /** Columns of the array. */
  int width() {
    return (int) lengths[0];
  }

  /** Tiles beside each other in a slab. */
  int tilesAcross() {
    return (int) along(0);
  }

  /** Columns of one tile of a slab; the last may be narrower. */
  int tileWidth(int tile) {
    return (int) Math.min(tiles[0], lengths[0] - tile * tiles[0]);
  }

  /** First column of a tile. */
  int tileLeft(int tile) {
    return (int) (tile * tiles[0]);
  }

  /** Number of slabs in all. */
  long slabs() {
    long count = 1;
    for (int axis = 1; axis < lengths.length; axis++) {
      count = Math.multiplyExact(count, along(axis));
    }
    return count;
  }

  /** Most lines of a slab. */
  long slabLines() {
    long lines = 1;
    for (int axis = 1; axis < tiles.length; axis++) {
      lines = Math.multiplyExact(lines, tiles[axis]);
    }
    return lines;
  }

  /** Lines of one slab, fewer at the ends of the axes. */
  int slabLines(long slab) {
    long rest = slab;
    long lines = 1;
    for (int axis = 1; axis < lengths.length; axis++) {
      lines *= clipped(axis, rest % along(axis));
      rest /= along(axis);
    }
    return (int) lines;
  }

  /** Where a line of the array is. */
  Place place(long line) {
    long rest = line;
    long slab = 0;
    long slabStep = 1;
    long inner = 0;
    long innerStep = 1;
    long following = 1;
    for (int axis = 1; axis < lengths.length; axis++) {
      long at = rest % lengths[axis];
      long tile = at / tiles[axis];
      slab += tile * slabStep;
      inner += at % tiles[axis] * innerStep;
      if (axis == 1) {
        following = clipped(1, tile) - at % tiles[1];
      }
      slabStep *= along(axis);
      innerStep *= clipped(axis, tile);
      rest /= lengths[axis];
    }
    return new Place(slab, (int) inner, (int) following);
  }

  private long along(int axis) {
    return (lengths[axis] + tiles[axis] - 1) / tiles[axis];
  }

  private long clipped(int axis, long tile) {
    return Math.min(tiles[axis], lengths[axis] - tile * tiles[axis]);
  }

  /**
   * A line of the array inside its slab.
   *
   * @param slab index of the slab
   * @param line index of the line within it
   * @param following number of lines from this one on that follow each other in both
   */
  record Place(long slab, int line, int following) {}
}
