package dev.astrocat.thumbs.decode;

/**
 * How a stored picture is turned to be looked at: the eight symmetries of a rectangle, in the order
 * of the EXIF tag Orientation (1 to 8). Each is "mirror rows and columns, then maybe transpose".
 */
public enum Orientation {
  /** EXIF 1: as stored. */
  IDENTITY(false, false, false),
  /** EXIF 2: columns mirrored. */
  FLIP_HORIZONTAL(true, false, false),
  /** EXIF 3: turned by half a turn. */
  ROTATE_180(true, true, false),
  /** EXIF 4: rows mirrored. */
  FLIP_VERTICAL(false, true, false),
  /** EXIF 5: rows become columns. */
  TRANSPOSE(false, false, true),
  /** EXIF 6: turned a quarter clockwise. */
  ROTATE_90(false, true, true),
  /** EXIF 7: mirrored along the other diagonal. */
  TRANSVERSE(true, true, true),
  /** EXIF 8: turned a quarter anticlockwise. */
  ROTATE_270(true, false, true);

  private final boolean mirrorsColumns;
  private final boolean mirrorsRows;
  private final boolean transposes;

  Orientation(boolean mirrorsColumns, boolean mirrorsRows, boolean transposes) {
    this.mirrorsColumns = mirrorsColumns;
    this.mirrorsRows = mirrorsRows;
    this.transposes = transposes;
  }

  /** The orientation of an EXIF value; anything but 1 to 8 means as stored. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : IDENTITY;
  }

  /** Whether the stored columns are read from right to left, before any transposition. */
  public boolean mirrorsColumns() {
    return mirrorsColumns;
  }

  /** Whether the stored rows are read from bottom to top, before any transposition. */
  public boolean mirrorsRows() {
    return mirrorsRows;
  }

  /** Whether width and height change places. */
  public boolean transposes() {
    return transposes;
  }

  /** This orientation of a picture whose stored rows are first read from the bottom up. */
  public Orientation afterFlippingRows() {
    return of(mirrorsColumns, !mirrorsRows, transposes);
  }

  private static Orientation of(boolean columns, boolean rows, boolean transposes) {
    for (Orientation o : values()) {
      if (o.mirrorsColumns == columns && o.mirrorsRows == rows && o.transposes == transposes) {
        return o;
      }
    }
    throw new AssertionError("the eight symmetries are complete");
  }
}
