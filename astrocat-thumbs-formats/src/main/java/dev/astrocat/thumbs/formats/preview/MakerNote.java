package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.formats.tiff.Tag;
import dev.astrocat.thumbs.formats.tiff.TiffBytes;
import dev.astrocat.thumbs.formats.tiff.TiffDirectory;
import dev.astrocat.thumbs.formats.tiff.TiffFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a maker writes the directory that names a preview, in EXIF's MakerNote. No standard says so;
 * the layouts are common knowledge among readers of such files. Immutable.
 *
 * @param mark what the note starts with
 * @param orderAt where in the note its byte order stands, II or MM; else it is the file's
 * @param directoryAt where in the note its directory starts
 * @param base what its offsets count from: a place in the note, or {@link #FILE}
 * @param inner tag of the directory inside that holds the two others, or {@link #NONE}
 * @param start tag of the preview's offset
 * @param length tag of the preview's length
 */
record MakerNote(
    String mark, int orderAt, int directoryAt, int base, int inner, int start, int length) {

  private static final int FILE = -1;
  private static final int NONE = -1;
  private static final int LONGEST_HEAD = 20;

  private static final List<MakerNote> KNOWN =
      List.of(
          new MakerNote("Nikon\0\2", 10, 18, 10, 0x0011, 0x0201, 0x0202),
          new MakerNote("OLYMPUS\0", 8, 12, 0, 0x2020, 0x0101, 0x0102),
          new MakerNote("OM SYSTEM\0", 12, 16, 0, 0x2020, 0x0101, 0x0102),
          new MakerNote("OLYMP\0", 0, 8, FILE, NONE, 0x0088, 0x0089),
          new MakerNote("EPSON\0", 0, 8, FILE, NONE, 0x0088, 0x0089),
          new MakerNote("PENTAX \0", 8, 10, 0, NONE, 0x0004, 0x0003),
          new MakerNote("AOC\0", 4, 6, FILE, NONE, 0x0004, 0x0003));

  /**
   * Looks into the maker note of an EXIF directory, if it is of a kind that is known.
   *
   * @param bytes of the TIFF that the directory is in
   * @param tiffBase where that starts in the source
   */
  static void find(
      TiffDirectory exif, ByteOrder order, TiffBytes bytes, long tiffBase, RawContents contents)
      throws IOException {
    if (contents.sensorWidth() == 0) {
      contents.sensor(exif.first(Tag.PIXEL_X_DIMENSION, 0), exif.first(Tag.PIXEL_Y_DIMENSION, 0));
    }
    OptionalLong note = exif.position(Tag.MAKER_NOTE);
    if (note.isEmpty()) {
      return;
    }
    ByteBuffer head = bytes.at(note.getAsLong(), LONGEST_HEAD).order(order);
    for (MakerNote kind : KNOWN) {
      if (kind.matches(head)) {
        kind.read(head, note.getAsLong(), bytes, tiffBase, contents);
        return;
      }
    }
  }

  private boolean matches(ByteBuffer head) {
    if (head.remaining() < LONGEST_HEAD) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if (head.get(i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void read(
      ByteBuffer head, long note, TiffBytes bytes, long tiffBase, RawContents contents)
      throws IOException {
    long zero = base == FILE ? 0 : note + base;
    TiffFile file = TiffFile.of(bytes.from(zero), order(head), 0);
    TiffDirectory directory = file.directory(note + directoryAt - zero);
    if (inner != NONE) {
      OptionalLong place = directory.position(inner);
      if (place.isEmpty()) {
        return;
      }
      // A directory inside is pointed to, or, in older Olympus notes, is the value itself.
      boolean pointed = directory.count(inner) == 1;
      directory = file.directory(pointed ? directory.first(inner, 0) : place.getAsLong());
    }
    long offset = directory.first(start, 0);
    contents.preview(tiffBase + zero + offset, offset == 0 ? 0 : directory.first(length, 0));
  }

  private ByteOrder order(ByteBuffer head) {
    return switch (head.getShort(orderAt)) {
      case 0x4949 -> ByteOrder.LITTLE_ENDIAN;
      case 0x4D4D -> ByteOrder.BIG_ENDIAN;
      default -> head.order();
    };
  }
}
