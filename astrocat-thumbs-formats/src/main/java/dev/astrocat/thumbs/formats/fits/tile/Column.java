package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a binary table (FITS 4.0 section 7.3.1).
 *
 * @param offset position in a row
 * @param type letter of its TFORM
 * @param bytes bytes that it takes of a row
 * @param elementBytes bytes of one element; of one in the heap for an array of variable length
 */
record Column(int offset, char type, int bytes, int elementBytes) {

  private static final Pattern TFORM = Pattern.compile("(\\d{0,9})([LXBIJKAEDCMPQ])([A-Z]?).*");

  static Column parse(String tform, int offset) {
    Matcher form = TFORM.matcher(tform.strip());
    if (!form.matches()) {
      throw DecodeException.malformed("FITS: TFORM is '" + tform + "'");
    }
    long repeat = form.group(1).isEmpty() ? 1 : Long.parseLong(form.group(1));
    char type = form.group(2).charAt(0);
    long bytes = type == 'X' ? (repeat + 7) / 8 : repeat * bytesOf(type);
    if (bytes + offset > Integer.MAX_VALUE) {
      throw DecodeException.malformed("FITS: TFORM '" + tform + "' makes a row too long");
    }
    boolean variable = type == 'P' || type == 'Q';
    char element = variable && !form.group(3).isEmpty() ? form.group(3).charAt(0) : type;
    return new Column(offset, type, (int) bytes, variable ? bytesOf(element) : bytesOf(type));
  }

  private static int bytesOf(char type) {
    return switch (type) {
      case 'I' -> 2;
      case 'J', 'E' -> 4;
      case 'K', 'D', 'C', 'P' -> 8;
      case 'M', 'Q' -> 16;
      default -> 1;
    };
  }

  /** Whether a row holds where its array is, not the array. */
  boolean isVariable() {
    return (type == 'P' || type == 'Q') && bytes > 0;
  }

  /** Number of elements of a variable array, as the row says. */
  long elements(ByteBuffer row) {
    return type == 'P' ? row.getInt(offset) : row.getLong(offset);
  }

  /** Position of a variable array in the heap, as the row says. */
  long heapPosition(ByteBuffer row) {
    return type == 'P' ? row.getInt(offset + 4) : row.getLong(offset + 8);
  }

  /** A number in the row. */
  double number(ByteBuffer row) {
    return switch (type) {
      case 'B' -> row.get(offset) & 0xFF;
      case 'I' -> row.getShort(offset);
      case 'J' -> row.getInt(offset);
      case 'K' -> row.getLong(offset);
      case 'E' -> row.getFloat(offset);
      case 'D' -> row.getDouble(offset);
      default -> throw DecodeException.malformed("FITS: a column of numbers has type " + type);
    };
  }
}
