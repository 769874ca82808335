package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.fits.FitsInput;
import dev.astrocat.thumbs.formats.fits.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The binary table that holds the tiles, and its heap (FITS 4.0 section 7.3). Thread-safe. */
final class TileTable {

  private static final int MOST_COLUMNS = 999;

  /** Tables of tiles have rows of some 50 bytes, unless a writer adds columns of its own. */
  private static final int MOST_ROW_BYTES = 1 << 20;

  private final FitsInput input;
  private final long offset;
  private final int rowBytes;
  private final long rows;
  private final long heapOffset;
  private final long heapBytes;
  private final Map<String, Column> columns;

  /** Reads the table's structure; {@code dataBytes} were checked against the file. */
  TileTable(FitsInput input, Header header, long offset, long dataBytes) {
    this.input = input;
    this.offset = offset;
    this.rowBytes = (int) header.require("NAXIS1", 1, MOST_ROW_BYTES);
    this.rows = header.require("NAXIS2", 1, dataBytes / rowBytes);
    long heapStart = header.optional("THEAP", 0, dataBytes, rowBytes * rows);
    this.heapOffset = offset + heapStart;
    this.heapBytes = dataBytes - heapStart;
    this.columns = columns(header, rowBytes);
  }

  private static Map<String, Column> columns(Header header, int rowBytes) {
    int count = (int) header.require("TFIELDS", 1, MOST_COLUMNS);
    Map<String, Column> columns = new HashMap<>();
    int at = 0;
    for (int i = 1; i <= count; i++) {
      Column column = Column.parse(header.text("TFORM" + i).orElse(""), at);
      at += column.bytes();
      columns.put(header.text("TTYPE" + i).orElse("").toUpperCase(Locale.ROOT), column);
      if (at > rowBytes) {
        throw DecodeException.malformed(
            "FITS: the columns of a table take more than the " + rowBytes + " bytes of a row");
      }
    }
    return columns;
  }

  long rows() {
    return rows;
  }

  Optional<Column> column(String name) {
    return Optional.ofNullable(columns.get(name)).filter(column -> column.bytes() > 0);
  }

  /** One row, as stored. */
  ByteBuffer row(long index) throws IOException {
    ByteBuffer row = ByteBuffer.allocate(rowBytes);
    input.readFully(row, offset + index * rowBytes);
    return row.flip();
  }

  /**
   * The bytes of an array that a row points to.
   *
   * @param most more bytes than that are a lie
   */
  PackedTile array(ByteBuffer row, Column column, long most) throws IOException {
    long count = column.elements(row);
    long position = column.heapPosition(row);
    if (count < 0 || count > most / column.elementBytes()) {
      throw DecodeException.malformed("FITS: a tile takes " + count + " elements of the heap");
    }
    int bytes = (int) count * column.elementBytes();
    if (position < 0 || position > heapBytes - bytes) {
      throw DecodeException.malformed(
          "FITS: a tile lies outside the heap, at " + position + " of " + heapBytes + " bytes");
    }
    PackedTile tile = PackedTile.ofLength(bytes);
    input.readFully(tile.buffer(), heapOffset + position);
    return tile;
  }
}
