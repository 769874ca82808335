package dev.astrocat.thumbs.demo.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds where in a file EXIF blocks, which are small TIFF files, begin. Stateless. */
final class ExifPlaces {

  private static final String EXIF = "Exif\0\0";
  private static final int SOI = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int SOS = 0xFFDA;

  /** In the header of a RAF: where its JPEG begins. */
  private static final int RAF_JPEG = 84;

  private ExifPlaces() {}

  /**
   * Offsets of the blocks.
   *
   * @param head the beginning of the file
   */
  static List<Integer> in(ByteBuffer head) {
    ByteBuffer bytes = head.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (startsWith(bytes, 0, "II") || startsWith(bytes, 0, "MM")) {
      return List.of(0);
    }
    if (startsWith(bytes, 0, "FUJIFILMCCD-RAW") && bytes.limit() > RAF_JPEG + 4) {
      return inJpeg(bytes, bytes.getInt(RAF_JPEG));
    }
    return startsWith(bytes, 4, "ftypcrx ") ? inCr3(bytes) : inJpeg(bytes, 0);
  }

  /** In a segment APP1 before the first scan (EXIF 2.32 section 4.7.2). */
  private static List<Integer> inJpeg(ByteBuffer bytes, int start) {
    if (start < 0 || start > bytes.limit() - 4 || word(bytes, start) != SOI) {
      return List.of();
    }
    int at = start + 2;
    while (at <= bytes.limit() - 4 && bytes.get(at) == (byte) 0xFF && word(bytes, at) != SOS) {
      if (word(bytes, at) == APP1 && startsWith(bytes, at + 4, EXIF)) {
        return List.of(at + 4 + EXIF.length());
      }
      at += 2 + Math.max(2, word(bytes, at + 2));
    }
    return List.of();
  }

  /** Canon's boxes for the first directory and for EXIF's. */
  private static List<Integer> inCr3(ByteBuffer bytes) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at <= bytes.limit() - 8 && places.size() < 2; at++) {
      boolean box = startsWith(bytes, at, "CMT1") || startsWith(bytes, at, "CMT2");
      if (box && (startsWith(bytes, at + 4, "II") || startsWith(bytes, at + 4, "MM"))) {
        places.add(at + 4);
      }
    }
    return places;
  }

  private static int word(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static boolean startsWith(ByteBuffer bytes, int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean same = at >= 0 && at <= bytes.limit() - wanted.length;
    for (int i = 0; same && i < wanted.length; i++) {
      same = bytes.get(at + i) == wanted[i];
    }
    return same;
  }
}
