package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.fits.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** From a row of the table to the samples of a tile. Thread-safe. */
final class TileDecoder {

  private final TileTable table;
  private final SampleType type;
  private final TileCodec codec;
  private final Optional<Quantisation> quantisation;

  private TileDecoder(
      TileTable table, SampleType type, TileCodec codec, Optional<Quantisation> quantisation) {
    this.table = table;
    this.type = type;
    this.codec = codec;
    this.quantisation = quantisation;
  }

  static TileDecoder of(TileTable table, Header header) {
    SampleType type = header.sampleType("ZBITPIX");
    Optional<Quantisation> quantisation =
        type.isFloat() ? Quantisation.of(table, header) : Optional.empty();
    return new TileDecoder(table, type, TileCodec.of(header), quantisation);
  }

  SampleType type() {
    return type;
  }

  int workingBytesPerSample() {
    return codec.workingBytesPerSample() + type.bytes();
  }

  /**
   * Decodes a tile.
   *
   * @param tile index of its row in the table, from 0
   * @return array of {@link #type()}, row by row
   */
  Object decode(long tile, int width, int lines) throws IOException {
    ByteBuffer row = table.row(tile);
    Optional<Column> packed = filled("COMPRESSED_DATA", row);
    if (packed.isPresent()) {
      boolean raw = type.isFloat() && quantisation.isEmpty();
      TileValues values =
          codec.decode(packed(row, packed.get(), width, lines), width, lines, meaning(raw));
      return quantisation.isPresent()
          ? quantisation.get().restore(values, type, row, tile)
          : values.toSamples(type);
    }
    return decodeFallback(row, width, lines);
  }

  /** Tiles that could not be quantised keep their values (FITS 4.0 section 10.1.3). */
  private Object decodeFallback(ByteBuffer row, int width, int lines) throws IOException {
    Optional<Column> gzip = filled("GZIP_COMPRESSED_DATA", row);
    Optional<Column> plain = filled("UNCOMPRESSED_DATA", row);
    Column column =
        gzip.or(() -> plain)
            .orElseThrow(() -> DecodeException.malformed("FITS: a tile has no data in its row"));
    ByteCodec bytes =
        new ByteCodec(gzip.isPresent() ? ByteCodec.Packing.GZIP : ByteCodec.Packing.NONE);
    return bytes
        .decode(packed(row, column, width, lines), width, lines, meaning(type.isFloat()))
        .toSamples(type);
  }

  private static TileCodec.Meaning meaning(boolean floats) {
    return floats ? TileCodec.Meaning.FLOATING_POINT : TileCodec.Meaning.WHOLE_NUMBERS;
  }

  private Optional<Column> filled(String name, ByteBuffer row) {
    return table.column(name).filter(column -> column.isVariable() && column.elements(row) != 0);
  }

  /** No algorithm makes data much longer: twice the longest sample, and some for headers. */
  private PackedTile packed(ByteBuffer row, Column column, int width, int lines)
      throws IOException {
    long most = Math.min((long) width * lines * 16 + 4096, Integer.MAX_VALUE - 64);
    return table.array(row, column, most);
  }
}
