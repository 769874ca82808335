package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes a tile-compressed image from tiles whose bytes are known. */
final class TileFixture {

  private static final int ROW_BYTES = 32;

  private final String codec;
  private final int bitpix;
  private final int[] axes;
  private final List<Tile> tiles = new ArrayList<>();
  private final ByteArrayOutputStream heap = new ByteArrayOutputStream();

  private record Tile(int elements, int position, boolean fallback, double scale, double zero) {}

  private TileFixture(String codec, int bitpix, int... axes) {
    this.codec = codec;
    this.bitpix = bitpix;
    this.axes = axes;
  }

  static TileFixture of(String codec, int bitpix, int... axes) {
    return new TileFixture(codec, bitpix, axes);
  }

  TileFixture tile(String hex) {
    return tile(HexFormat.of().parseHex(hex), 1, 0);
  }

  TileFixture tile(byte[] bytes, double scale, double zero) {
    tiles.add(new Tile(bytes.length, heap.size(), false, scale, zero));
    heap.writeBytes(bytes);
    return this;
  }

  /** A tile in the column GZIP_COMPRESSED_DATA. */
  TileFixture fallback(byte[] bytes) {
    tiles.add(new Tile(bytes.length, heap.size(), true, 0, 0));
    heap.writeBytes(bytes);
    return this;
  }

  /** A row whose descriptor says that, whatever the heap holds. */
  TileFixture descriptor(int elements, int position) {
    tiles.add(new Tile(elements, position, false, 1, 0));
    return this;
  }

  /** The HDU, to add keywords to: ZTILEn, ZQUANTIZ... */
  FitsFixture hdu() {
    ByteBuffer rows = ByteBuffer.allocate(tiles.size() * ROW_BYTES);
    for (Tile tile : tiles) {
      rows.putInt(tile.fallback ? 0 : tile.elements).putInt(tile.fallback ? 0 : tile.position);
      rows.putInt(tile.fallback ? tile.elements : 0).putInt(tile.fallback ? tile.position : 0);
      rows.putDouble(tile.scale).putDouble(tile.zero);
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(rows.array());
    data.writeBytes(heap.toByteArray());
    FitsFixture hdu =
        FitsFixture.table(ROW_BYTES, tiles.size())
            .keyword("PCOUNT", heap.size())
            .keyword("TFIELDS", 4)
            .keyword("TTYPE1", "COMPRESSED_DATA")
            .keyword("TFORM1", "1PB(99)")
            .keyword("TTYPE2", "GZIP_COMPRESSED_DATA")
            .keyword("TFORM2", "1PB(99)")
            .keyword("TTYPE3", "ZSCALE")
            .keyword("TFORM3", "1D")
            .keyword("TTYPE4", "ZZERO")
            .keyword("TFORM4", "1D")
            .keyword("ZIMAGE", true)
            .keyword("ZCMPTYPE", codec)
            .keyword("ZBITPIX", bitpix)
            .keyword("ZNAXIS", axes.length)
            .data(data.toByteArray());
    for (int i = 0; i < axes.length; i++) {
      hdu.keyword("ZNAXIS" + (i + 1), axes[i]);
    }
    return hdu;
  }

  static byte[] file(FitsFixture hdu) {
    return FitsFixture.file(FitsFixture.empty(), hdu);
  }

  byte[] file() {
    return file(hdu());
  }
}
