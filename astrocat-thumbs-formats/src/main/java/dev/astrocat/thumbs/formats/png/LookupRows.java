package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** Rows of palette indexes, and of grey of few bits: all that a table of 256 levels can say. */
final class LookupRows implements RowFormat {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LEVELS = 256;

  private final int bits;
  private final byte[][] tables;
  private final long[][] eights; // for 1 bit: the eight levels of each possible byte

  private LookupRows(int bits, byte[]... tables) {
    this.bits = bits;
    this.tables = tables;
    this.eights = new long[tables.length][bits == 1 ? LEVELS : 0];
    for (int c = 0; c < tables.length; c++) {
      for (int packed = 0; packed < eights[c].length; packed++) {
        for (int i = 0; i < 8; i++) {
          eights[c][packed] |= (tables[c][packed >> 7 - i & 1] & 0xFFL) << 8 * i;
        }
      }
    }
  }

  /** Grey of fewer than 8 bits, spread over 0..255. */
  static LookupRows grey(int bits, Optional<TransparentColour> transparent) {
    byte[] table = new byte[LEVELS];
    int highest = (1 << bits) - 1;
    for (int i = 0; i <= highest; i++) {
      table[i] = (byte) (i * 255 / highest);
    }
    transparent.ifPresent(colour -> table[colour.red()] = 0);
    return new LookupRows(bits, table);
  }

  /**
   * A palette over black; one channel where all of it is grey. Indexes behind its end are black.
   *
   * @param rgb three bytes an entry
   * @param alphas one byte an entry; entries behind its end are opaque
   */
  static LookupRows palette(int bits, byte[] rgb, byte[] alphas) {
    byte[][] tables = new byte[3][LEVELS];
    int entries = Math.min(rgb.length / 3, 1 << bits);
    for (int i = 0; i < entries; i++) {
      int alpha = i < alphas.length ? alphas[i] & 0xFF : 255;
      for (int c = 0; c < 3; c++) {
        tables[c][i] = (byte) ByteRows.overBlack(rgb[3 * i + c] & 0xFF, alpha);
      }
    }
    boolean grey = Arrays.equals(tables[0], tables[1]) && Arrays.equals(tables[1], tables[2]);
    return grey ? new LookupRows(bits, tables[0]) : new LookupRows(bits, tables);
  }

  @Override
  public int channels() {
    return tables.length;
  }

  @Override
  public SampleType type() {
    return SampleType.U8;
  }

  @Override
  public void unpack(byte[] packed, int at, RowBand band, int offset) {
    for (int c = 0; c < tables.length; c++) {
      byte[] plane = band.bytes(c);
      int end = offset + band.width();
      switch (bits) {
        case 8 -> lookUp(packed, at, tables[c], plane, offset, end);
        case 1 -> {
          int wholes = band.width() / 8;
          lookUpEights(packed, at, eights[c], plane, offset, wholes);
          lookUpBits(packed, at + wholes, tables[c], plane, offset + 8 * wholes, end);
        }
        default -> lookUpBits(packed, at, tables[c], plane, offset, end);
      }
    }
  }

  private static void lookUp(byte[] packed, int at, byte[] table, byte[] plane, int from, int to) {
    for (int i = from, p = at; i < to; i++, p++) {
      plane[i] = table[packed[p] & 0xFF];
    }
  }

  private static void lookUpEights(
      byte[] packed, int at, long[] table, byte[] plane, int from, int count) {
    for (int i = 0; i < count; i++) {
      LONG.set(plane, from + 8 * i, table[packed[at + i] & 0xFF]);
    }
  }

  /** The leftmost pixel lies in the highest bits of a byte (section 7.2). */
  private void lookUpBits(byte[] packed, int at, byte[] table, byte[] plane, int from, int to) {
    int mask = (1 << bits) - 1;
    int p = at;
    int shift = 8;
    for (int i = from; i < to; i++) {
      shift -= bits;
      plane[i] = table[packed[p] >> shift & mask];
      if (shift == 0) {
        shift = 8;
        p++;
      }
    }
  }
}
