package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.formats.preview.TiffLike.Entries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes files of the shape of Canon's CR3: boxes with three JPEG pictures, and no sensor data. */
final class Cr3Fixture {

  private static final byte[] CANON = HexFormat.of().parseHex("85c0b687820f11e08111f4ce462b6a48");
  private static final byte[] PREVIEW = HexFormat.of().parseHex("eaf42b5e1c984b88b9fbb7dc406e4d16");
  private static final byte[] FILE_TYPE =
      box("ftyp", "crx \0\0\0\1crx isom".getBytes(StandardCharsets.ISO_8859_1));

  private Cr3Fixture() {}

  /** A box with a size of 32 bits. */
  static byte[] box(String type, byte[]... content) {
    byte[] inside = TiffLike.joined(content);
    ByteBuffer header = ByteBuffer.allocate(8).putInt(inside.length + 8);
    header.put(type.getBytes(StandardCharsets.ISO_8859_1));
    return TiffLike.joined(header.array(), inside);
  }

  /** A box with a size of 64 bits. */
  static byte[] largeBox(String type, long size, byte[]... content) {
    ByteBuffer header = ByteBuffer.allocate(16).putInt(1);
    header.put(type.getBytes(StandardCharsets.ISO_8859_1)).putLong(size);
    return TiffLike.joined(header.array(), TiffLike.joined(content));
  }

  /** The file; the picture of full size lies in mdat, whose size is written in 64 bits. */
  static byte[] file(int orientation, byte[] thumbnail, byte[] preview, byte[] full) {
    int before = beforeFull(orientation, thumbnail, preview, full.length, 0).length;
    byte[] start = beforeFull(orientation, thumbnail, preview, full.length, before + 16);
    return TiffLike.joined(start, largeBox("mdat", 16L + full.length, full));
  }

  private static byte[] beforeFull(
      int orientation, byte[] thumbnail, byte[] preview, int fullBytes, long fullAt) {
    byte[] camera =
        TiffLike.tiff()
            .page(
                Entries.of(256, 6000)
                    .and(257, 4000)
                    .and(274, orientation)
                    .text(271, "Canon")
                    .text(272, "Canon EOS R6"))
            .file();
    byte[] makers =
        box(
            "uuid",
            CANON,
            box("CNCV", new byte[30]),
            box("CMT1", camera),
            box("THMB", sizes(thumbnail, 12), thumbnail));
    byte[] movie =
        box("moov", makers, track(fullBytes, fullAt, "JPEG"), track(999_999_999, 1L << 40, "CMP1"));
    byte[] large = box("uuid", PREVIEW, new byte[8], box("PRVW", sizes(preview, 16), preview));
    return TiffLike.joined(FILE_TYPE, movie, large);
  }

  private static byte[] sizes(byte[] jpeg, int length) {
    return ByteBuffer.allocate(length + 4).putInt(length - 4, jpeg.length).array();
  }

  private static byte[] track(int sampleBytes, long sampleAt, String kind) {
    byte[] entry = box("CRAW", new byte[74], box(kind, new byte[4]));
    byte[] described = box("stsd", new byte[8], entry);
    byte[] sizes = box("stsz", ByteBuffer.allocate(12).putInt(4, sampleBytes).array());
    byte[] places = box("co64", ByteBuffer.allocate(16).putInt(4, 1).putLong(8, sampleAt).array());
    return box("trak", box("mdia", box("minf", box("stbl", described, sizes, places))));
  }
}
