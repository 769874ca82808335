package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import java.nio.ByteBuffer;
import nom.tam.fits.compression.algorithm.hcompress.HDecompress;

/**
 * The H-transform (FITS 4.0 section 10.4.5), by nom-tam-fits.
 *
 * @param smooth whether the writer wants the result smoothed
 */
record HcompressCodec(boolean smooth) implements TileCodec {

  private static final int MAGIC = 0xDD99;
  private static final int ROWS_OFFSET = 2;
  private static final int COLUMNS_OFFSET = 6;
  private static final int PLANES_OFFSET = 22;
  private static final int HEADER_BYTES = 25;
  private static final int MOST_PLANES = 63;

  @Override
  public int workingBytesPerSample() {
    return 2 * Long.BYTES;
  }

  @Override
  public TileValues decode(PackedTile packed, int width, int lines, Meaning meaning) {
    ByteBuffer stream = packed.buffer();
    check(stream, width, lines);
    long[] wide = new long[width * lines];
    decompress(stream, wide);
    int[] values = new int[wide.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) wide[i];
    }
    return new TileValues.Ints(values);
  }

  /** The stream's own size decides on what the library writes; so it must be the tile's. */
  private static void check(ByteBuffer stream, int width, int lines) {
    if (stream.remaining() < HEADER_BYTES) {
      throw DecodeException.truncated("FITS: an HCOMPRESS tile has no header");
    }
    boolean sound =
        (stream.getShort(0) & 0xFFFF) == MAGIC
            && stream.getInt(ROWS_OFFSET) == lines
            && stream.getInt(COLUMNS_OFFSET) == width;
    for (int quadrant = 0; quadrant < 3; quadrant++) {
      int planes = stream.get(PLANES_OFFSET + quadrant);
      sound &= planes >= 0 && planes <= MOST_PLANES;
    }
    if (!sound) {
      throw DecodeException.malformed("FITS: the header of an HCOMPRESS tile is not the tile's");
    }
  }

  /**
   * The one place where a library sees bytes of the file; whatever it throws, they are at fault.
   */
  private void decompress(ByteBuffer stream, long[] values) {
    try {
      new HDecompress().decompress(stream, smooth, values);
    } catch (RuntimeException e) {
      throw DecodeException.malformed("FITS: broken HCOMPRESS data in a tile", e);
    }
  }
}
