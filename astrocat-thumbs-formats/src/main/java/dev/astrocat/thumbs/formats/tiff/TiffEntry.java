package dev.astrocat.thumbs.formats.tiff;

/**
 * One entry of a directory (TIFF 6.0 section 2).
 *
 * @param tag what it is about
 * @param type how its values are stored, 1 to 18
 * @param count number of values
 * @param position where its values are in the file
 */
record TiffEntry(int tag, int type, long count, long position) {

  static final int BYTE = 1;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int RATIONAL = 5;
  static final int SBYTE = 6;
  static final int SSHORT = 8;
  static final int SLONG = 9;
  static final int SRATIONAL = 10;
  static final int FLOAT = 11;
  static final int DOUBLE = 12;
  static final int IFD = 13;
  static final int LONG8 = 16;
  static final int SLONG8 = 17;
  static final int IFD8 = 18;

  /** Bytes of one value; types that nobody knows count as bytes. */
  static int bytesOf(int type) {
    return switch (type) {
      case SHORT, SSHORT -> 2;
      case LONG, SLONG, FLOAT, IFD -> 4;
      case RATIONAL, SRATIONAL, DOUBLE, LONG8, SLONG8, IFD8 -> 8;
      default -> 1;
    };
  }
}
