package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.formats.jpeg.JpegFixture;
import dev.astrocat.thumbs.formats.preview.TiffLike.Entries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small files of the shape that cameras write, with previews but no sensor data. */
final class RawFixture {

  static final int GREEN = 0x20C040;

  private RawFixture() {}

  /** A green JPEG. */
  static byte[] jpeg(int width, int height) {
    try {
      return JpegFixture.plain(width, height, GREEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** DNG: a small preview in IFD0, the sensor's tiles and larger previews in SubIFDs. */
  static byte[] dng(int orientation, byte[] first, byte[]... others) {
    TiffLike tiff = TiffLike.tiff();
    Entries main = strip(tiff, first, 7).and(254, 1).and(274, orientation);
    main.text(271, "Maker").text(272, "Model 1").bytes(50706, new byte[] {1, 4, 0, 0});
    long[] subs = new long[others.length + 1];
    subs[0] = tiff.directory(sensor(tiff));
    for (int i = 0; i < others.length; i++) {
      subs[i + 1] = tiff.directory(strip(tiff, others[i], 7).and(254, 1));
    }
    return tiff.page(main.and(330, subs)).file();
  }

  private static Entries sensor(TiffLike tiff) {
    byte[] tile = jpeg(640, 640); // of 8 bits too, as lossy DNG has it, and yet no preview
    return Entries.of(254, 0)
        .and(256, 6000)
        .and(257, 4000)
        .and(259, 7)
        .and(262, 34892)
        .and(324, tiff.block(tile))
        .and(325, tile.length);
  }

  private static Entries strip(TiffLike tiff, byte[] jpeg, int compression) {
    return Entries.of(273, tiff.block(jpeg))
        .and(279, jpeg.length)
        .and(259, compression)
        .and(262, 6);
  }

  private static Entries interchange(TiffLike tiff, byte[] jpeg) {
    return Entries.of(513, tiff.block(jpeg)).and(514, jpeg.length);
  }

  /** CR2: a strip of old-style JPEG in IFD0, a thumbnail in IFD1, lossless JPEG behind. */
  static byte[] cr2(byte[] preview, byte[] thumbnail, byte[] lossless) {
    TiffLike tiff = TiffLike.tiff();
    tiff.block("CR\2\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
    Entries main = strip(tiff, preview, 6).text(271, "Canon").text(272, "Canon EOS 30D");
    return tiff.page(main.and(274, 8))
        .page(interchange(tiff, thumbnail))
        .page(strip(tiff, lossless, 6))
        .file();
  }

  /** NEF: previews in a SubIFD and in the maker note, whose offsets count from its own header. */
  static byte[] nef(byte[] inSubIfd, byte[] inMakerNote) {
    TiffLike tiff = new TiffLike(ByteOrder.BIG_ENDIAN, 42);
    long sub = tiff.directory(interchange(tiff, inSubIfd).and(254, 1).and(259, 6));
    TiffLike note = TiffLike.part(ByteOrder.BIG_ENDIAN, 8);
    byte[] note42 = {'M', 'M', 0, 42, 0, 0, 0, 8};
    // The note's directory comes first, so its entries are inline: the inner one follows it.
    int innerAt = 8 + 2 + 12 + 4;
    note.directory(Entries.of(0x0011, innerAt));
    note.directory(Entries.of(0x0201, innerAt + 2 + 2 * 12 + 4).and(0x0202, inMakerNote.length));
    byte[] head = "Nikon\0\2\20\0\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = TiffLike.joined(head, note42, note.file(), inMakerNote);
    long exif = tiff.directory(Entries.of(0xA002, 4000).and(0xA003, 3000).bytes(37500, whole));
    Entries main = Entries.of(254, 1).and(330, sub, sub).and(34665, exif);
    return tiff.page(main.text(271, "NIKON").text(272, "D70")).file();
  }

  /** ORF: Olympus' own number for 42, and a preview in the maker note's camera settings. */
  static byte[] orf(byte[] preview) {
    TiffLike tiff = new TiffLike(ByteOrder.LITTLE_ENDIAN, 0x4F52);
    TiffLike note = TiffLike.part(ByteOrder.LITTLE_ENDIAN, 12);
    int innerAt = 12 + 2 + 12 + 4;
    note.directory(Entries.of(0x2020, innerAt));
    note.directory(Entries.of(0x0101, innerAt + 2 + 2 * 12 + 4).and(0x0102, preview.length));
    byte[] head = "OLYMPUS\0II\3\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = TiffLike.joined(head, note.file(), preview);
    long exif = tiff.directory(Entries.of(0xA002, 4000).bytes(37500, whole));
    return tiff.page(Entries.of(34665, exif).text(271, "OLYMPUS").and(274, 3)).file();
  }

  /** PEF: a preview that the maker note places in the file. */
  static byte[] pef(byte[] preview) {
    TiffLike tiff = new TiffLike(ByteOrder.BIG_ENDIAN, 42);
    long place = tiff.block(preview);
    byte[] head = "AOC\0MM".getBytes(StandardCharsets.ISO_8859_1);
    TiffLike note = TiffLike.part(ByteOrder.BIG_ENDIAN, 0);
    note.directory(Entries.of(3, preview.length).and(4, place));
    long exif =
        tiff.directory(Entries.of(0xA002, 1).bytes(37500, TiffLike.joined(head, note.file())));
    Entries sensor = Entries.of(254, 0).and(262, 32803).and(256, 3000).and(257, 2000);
    return tiff.page(sensor.and(34665, exif).text(271, "PENTAX")).file();
  }

  /** RW2: a whole JPEG file as the value of a tag. */
  static byte[] rw2(byte[] preview) {
    TiffLike tiff = new TiffLike(ByteOrder.LITTLE_ENDIAN, 0x55);
    return tiff.page(Entries.of(2, 4000).bytes(0x2E, preview).text(271, "Panasonic")).file();
  }

  /** RAF: a JPEG file behind a header of fixed places. */
  static byte[] raf(byte[] preview) {
    byte[] header = new byte[148];
    ByteBuffer places = ByteBuffer.wrap(header);
    places.put(0, "FUJIFILMCCD-RAW 0201FF119502X100".getBytes(StandardCharsets.ISO_8859_1));
    places.putInt(84, header.length).putInt(88, preview.length);
    return TiffLike.joined(header, preview);
  }

  /** CRW: heaps within heaps, directories at their ends. */
  static byte[] crw(byte[] preview, byte[] thumbnail, int degrees) {
    ByteBuffer info = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    info.putInt(0, 3000).putInt(4, 2000).putInt(12, degrees);
    byte[] names = "Canon\0Canon EOS D30\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] inner = heap(new int[] {0x080A, 0x1810}, names, info.array());
    byte[] outer = heap(new int[] {0x2007, 0x2008, 0x300A}, preview, thumbnail, inner);
    ByteBuffer header = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort((short) 0x4949).putInt(26);
    header.put("HEAPCCDR".getBytes(StandardCharsets.ISO_8859_1));
    return TiffLike.joined(header.array(), outer);
  }

  private static byte[] heap(int[] tags, byte[]... values) {
    byte[] data = TiffLike.joined(values);
    ByteBuffer directory =
        ByteBuffer.allocate(2 + 10 * tags.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    directory.putShort((short) tags.length);
    int offset = 0;
    for (int i = 0; i < tags.length; i++) {
      directory.putShort((short) tags[i]).putInt(values[i].length).putInt(offset);
      offset += values[i].length;
    }
    directory.putInt(data.length);
    return TiffLike.joined(data, directory.array());
  }

  /** MRW: blocks, one of which is a TIFF. */
  static byte[] mrw(byte[] preview) {
    TiffLike tiff = new TiffLike(ByteOrder.BIG_ENDIAN, 42);
    Entries main = interchange(tiff, preview).text(271, "Minolta");
    byte[] inner = tiff.page(main).file();
    byte[] other = block("\0PRD", new byte[24]);
    return block("\0MRM", TiffLike.joined(other, block("\0TTW", inner)));
  }

  private static byte[] block(String name, byte[] content) {
    ByteBuffer header = ByteBuffer.allocate(8);
    header.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(content.length);
    return TiffLike.joined(header.array(), content);
  }

  /** X3F: sections found through a directory at the end. */
  static byte[] x3f(byte[] preview, int degrees) {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.put("FOVb".getBytes(StandardCharsets.ISO_8859_1)).putInt(0x20003);
    header.putInt(28, 2000).putInt(32, 1500).putInt(36, degrees);
    ByteBuffer section = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    section.put("SECi".getBytes(StandardCharsets.ISO_8859_1)).putInt(4, 0x20000);
    section.putInt(8, 2).putInt(12, 18);
    ByteBuffer end = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    end.put("SECd".getBytes(StandardCharsets.ISO_8859_1)).putInt(0x20000).putInt(1);
    end.putInt(64).putInt(28 + preview.length);
    end.put("IMA2".getBytes(StandardCharsets.ISO_8859_1)).putInt(64 + 28 + preview.length);
    return TiffLike.joined(header.array(), section.array(), preview, end.array());
  }
}
