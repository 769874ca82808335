package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.fits.FitsInput;
import dev.astrocat.thumbs.formats.fits.Header;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import java.io.IOException;

/** The samples of a tile-compressed image, decoded slab by slab when they are wanted. */
public final class TiledSamples implements SampleReader {

  /** One slab for each thread that reads rows; there are about as many as processors. */
  private static final long MOST_IN_USE = Runtime.getRuntime().availableProcessors() + 1L;

  private final FitsInput input;
  private final DecodeContext context;
  private final TileGrid grid;
  private final TileDecoder decoder;
  private final SlabCache slabs;

  private TiledSamples(FitsInput input, DecodeContext context, TileGrid grid, TileDecoder decoder) {
    this.input = input;
    this.context = context;
    this.grid = grid;
    this.decoder = decoder;
    long slabBytes = grid.slabLines() * grid.width() * decoder.type().bytes();
    long workingBytes = grid.slabLines() * grid.tileWidth(0) * decoder.workingBytesPerSample();
    long room = (context.limits().maxDecodeBytes() - workingBytes) / slabBytes;
    int inUse = (int) Math.max(1, Math.min(room, Math.min(grid.slabs(), MOST_IN_USE)));
    context.reserve(workingBytes + inUse * slabBytes);
    this.slabs = new SlabCache(inUse, () -> context.reserveIfFree(slabBytes), this::decode);
  }

  /**
   * Checks the table's structure, books memory and decodes nothing yet.
   *
   * @param header of a binary table with ZIMAGE = T
   * @param dataBytes of table and heap, checked against the file
   */
  public static TiledSamples open(
      FitsInput input, Header header, long dataOffset, long dataBytes, DecodeContext context) {
    TileTable table = new TileTable(input, header, dataOffset, dataBytes);
    TileGrid grid = TileGrid.of(header);
    if (table.rows() / grid.tilesAcross() < grid.slabs()) {
      throw DecodeException.malformed(
          "FITS: a table of "
              + table.rows()
              + " rows for "
              + grid.slabs()
              + " x "
              + grid.tilesAcross()
              + " tiles");
    }
    TileDecoder decoder = TileDecoder.of(table, header);
    return new TiledSamples(input, context, grid, decoder);
  }

  @Override
  public void read(long first, int count, Object target, int at) throws IOException {
    int width = grid.width();
    int done = 0;
    while (done < count) {
      long line = (first + done) / width;
      int column = (int) ((first + done) % width);
      TileGrid.Place place = grid.place(line);
      int step = (int) Math.min(count - done, (long) place.following() * width - column);
      Object slab = slabs.get(place.slab());
      System.arraycopy(slab, place.line() * width + column, target, at + done, step);
      done += step;
    }
  }

  private Object decode(long slab) throws IOException {
    context.checkpoint();
    int lines = grid.slabLines(slab);
    if (grid.tilesAcross() == 1) {
      return decoder.decode(slab, grid.width(), lines);
    }
    SlabSamples samples = SlabSamples.of(decoder.type(), grid.width(), lines);
    for (int i = 0; i < grid.tilesAcross(); i++) {
      long tile = slab * grid.tilesAcross() + i;
      samples.put(
          decoder.decode(tile, grid.tileWidth(i), lines), grid.tileLeft(i), grid.tileWidth(i));
    }
    return samples.array();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
