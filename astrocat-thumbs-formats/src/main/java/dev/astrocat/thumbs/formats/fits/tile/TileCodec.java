package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.fits.Header;
import java.io.IOException;

/** One compression algorithm of FITS 4.0 section 10.4. Stateless. */
sealed interface TileCodec permits RiceCodec, HcompressCodec, PlioCodec, ByteCodec {

  /**
   * Decompresses a tile.
   *
   * @param meaning of its bytes, if the codec keeps them as they are
   */
  TileValues decode(PackedTile packed, int width, int lines, Meaning meaning) throws IOException;

  /** Bytes of working memory for each sample of a tile. */
  int workingBytesPerSample();

  /** What the bytes of a tile mean when a codec keeps them as they are. */
  enum Meaning {
    WHOLE_NUMBERS,
    FLOATING_POINT
  }

  /** The codec that a header names. */
  static TileCodec of(Header header) {
    String name = header.text("ZCMPTYPE").orElse("");
    return switch (name) {
      case "RICE_1", "RICE_ONE" -> RiceCodec.of(Parameters.of(header));
      case "GZIP_1" -> new ByteCodec(ByteCodec.Packing.GZIP);
      case "GZIP_2" -> new ByteCodec(ByteCodec.Packing.SHUFFLED_GZIP);
      case "HCOMPRESS_1" -> new HcompressCodec(Parameters.of(header).value("SMOOTH", 0) != 0);
      case "PLIO_1" -> PlioCodec.of(header);
      case "NOCOMPRESS" -> new ByteCodec(ByteCodec.Packing.NONE);
      default -> throw DecodeException.unsupported("FITS: ZCMPTYPE is '" + name + "'");
    };
  }
}
