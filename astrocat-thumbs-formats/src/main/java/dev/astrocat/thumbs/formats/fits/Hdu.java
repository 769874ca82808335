package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * One header and data unit whose header was read and checked.
 *
 * @param index 0 for the primary HDU
 * @param header its own keywords
 * @param dataOffset position of its data
 * @param dataBytes size of its data without padding (FITS 4.0 section 4.4.1.1)
 */
record Hdu(int index, Header header, long dataOffset, long dataBytes) {

  static final int MAX_AXES = 999;

  /** More than any file system holds, and far from overflow in sums of positions. */
  private static final long MAX_BYTES = 1L << 60;

  /** First or last words of an EXTNAME that say: this image belongs to another one. */
  private static final Set<String> COMPANIONS =
      Set.of(
          "ICCPROFILE",
          "THUMBNAIL",
          "PREVIEW",
          "HDRLET",
          "WCS",
          "WCSCORR",
          "WCSDVARR",
          "D2IM",
          "D2IMARR",
          "DQ",
          "BPM",
          "MASK",
          "ERR",
          "ERROR",
          "VAR",
          "VARIANCE",
          "WHT",
          "WEIGHT",
          "IVAR",
          "UNC",
          "UNCERT",
          "SIGMA",
          "RMS",
          "NOISE",
          "CONFIDENCE");

  /** Reads the size of the data from a header and checks what that rests on. */
  static Hdu of(int index, Header header, long dataOffset) {
    return new Hdu(index, header, dataOffset, sizeOf(header));
  }

  private static long sizeOf(Header header) {
    try {
      long bytes = exactSizeOf(header);
      if (bytes <= MAX_BYTES) {
        return bytes;
      }
      throw DecodeException.malformed("FITS: a header declares " + bytes + " bytes of data");
    } catch (ArithmeticException e) {
      throw DecodeException.malformed("FITS: a header declares more than 2^63 bytes of data", e);
    }
  }

  private static long exactSizeOf(Header header) {
    long sampleBytes = header.sampleType("BITPIX").bytes();
    int naxis = (int) header.require("NAXIS", 0, MAX_AXES);
    long pcount = header.optional("PCOUNT", 0, Long.MAX_VALUE, 0);
    long gcount = header.optional("GCOUNT", 0, Long.MAX_VALUE, 1);
    long samples = naxis == 0 ? 0 : 1;
    boolean groups = isRandomGroups(header, naxis);
    for (int axis = 1; axis <= naxis; axis++) {
      long length = header.require("NAXIS" + axis, 0, Long.MAX_VALUE);
      samples = groups && axis == 1 ? 1 : Math.multiplyExact(samples, length);
    }
    return Math.multiplyExact(
        sampleBytes, Math.multiplyExact(gcount, Math.addExact(pcount, samples)));
  }

  /** FITS 4.0 section 6: NAXIS1 = 0 and GROUPS = T. */
  private static boolean isRandomGroups(Header header, int naxis) {
    return naxis > 0 && header.isTrue("GROUPS") && header.integer("NAXIS1").orElse(-1) == 0;
  }

  /**
   * Checks that the file holds all data of this HDU; padding behind the last one may be missing.
   *
   * @throws DecodeException {@code DATA_TRUNCATED}
   */
  void requireData(FitsInput input) throws IOException {
    if (!input.reaches(dataOffset + dataBytes)) {
      throw DecodeException.truncated(
          "FITS: "
              + this
              + " declares "
              + dataBytes
              + " bytes of data from byte "
              + dataOffset
              + ", the file ends before that; copy it again");
    }
  }

  /** Position of the next header; data is padded to whole blocks (section 3.1). */
  long end() {
    long padding = HeaderReader.BLOCK_BYTES - dataBytes % HeaderReader.BLOCK_BYTES;
    return dataOffset + dataBytes + padding % HeaderReader.BLOCK_BYTES;
  }

  boolean isTileCompressed() {
    return isExtension("BINTABLE", "A3DTABLE") && header.isTrue("ZIMAGE");
  }

  /** Whether it holds an array of two or more dimensions, none of them empty. */
  boolean isImage() {
    if (isTileCompressed()) {
      return hasArea("ZNAXIS");
    }
    // Random groups have NAXIS1 = 0, so they have no area.
    boolean array = index == 0 || isExtension("IMAGE", "IUEIMAGE");
    return array && hasArea("NAXIS");
  }

  private boolean hasArea(String naxis) {
    int axes = (int) header.require(naxis, 0, MAX_AXES);
    boolean area = axes >= 2;
    for (int axis = 1; axis <= axes; axis++) {
      area &= header.require(naxis + axis, 0, Long.MAX_VALUE) > 0;
    }
    return area;
  }

  private boolean isExtension(String... types) {
    return index > 0 && Set.of(types).contains(header.text("XTENSION").orElse(""));
  }

  /** Whether its name says that it is a mask, an error map, a preview and the like. */
  boolean isCompanion() {
    String[] words = name().split("[^A-Z0-9]+", -1);
    return COMPANIONS.contains(words[0]) || COMPANIONS.contains(words[words.length - 1]);
  }

  /** EXTNAME, or nothing. */
  String name() {
    return header.text("EXTNAME").orElse("").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "HDU " + index + (name().isEmpty() ? "" : " (" + name() + ")");
  }
}
