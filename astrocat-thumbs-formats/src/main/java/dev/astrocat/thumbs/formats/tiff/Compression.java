package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import java.util.Map;

/** How the strips or tiles of an image are compressed, as far as we read it. */
enum Compression {
  NONE,
  LZW,
  PACK_BITS,
  DEFLATE,
  JPEG,
  /** Read by TwelveMonkeys: Huffman and fax codes, old-style JPEG. */
  LIBRARY;

  private static final Map<Integer, String> UNSUPPORTED =
      Map.ofEntries(
          Map.entry(9, "JBIG"),
          Map.entry(10, "JBIG colour"),
          Map.entry(32766, "NeXT RLE"),
          Map.entry(32809, "ThunderScan"),
          Map.entry(33003, "JPEG 2000"),
          Map.entry(33004, "JPEG 2000"),
          Map.entry(33005, "JPEG 2000"),
          Map.entry(34661, "JBIG"),
          Map.entry(34676, "SGI LogL"),
          Map.entry(34677, "SGI LogLuv"),
          Map.entry(34712, "JPEG 2000"),
          Map.entry(34887, "LERC"),
          Map.entry(34892, "lossy JPEG of a DNG"),
          Map.entry(34925, "LZMA"),
          Map.entry(34926, "Zstandard"),
          Map.entry(50000, "Zstandard"),
          Map.entry(50001, "WebP"),
          Map.entry(50002, "JPEG XL"),
          Map.entry(52546, "JPEG XL"));

  /**
   * The compression of a tag's value.
   *
   * @throws DecodeException {@code FORMAT_UNSUPPORTED} for those that we do not read
   */
  static Compression of(long code) {
    return switch ((int) Math.max(-1, Math.min(code, 65536))) {
      case 0, 1 -> NONE; // 0 is written by mistake
      case 2, 3, 4, 6 -> LIBRARY;
      case 5 -> LZW;
      case 7 -> JPEG;
      case 8, 32946, 50013 -> DEFLATE;
      case 32773 -> PACK_BITS;
      default ->
          throw DecodeException.unsupported(
              "TIFF with compression "
                  + code
                  + (UNSUPPORTED.containsKey((int) code)
                      ? " (" + UNSUPPORTED.get((int) code) + ")"
                      : "")
                  + " is not supported; save it uncompressed, or with LZW or Deflate");
    };
  }
}
