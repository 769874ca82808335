package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.fits.Header;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How floating-point values became whole numbers, and back (FITS 4.0 section 10.2). */
final class Quantisation {

  /** Stored instead of a value that was exactly zero (section 10.2.1, method 2). */
  private static final int ZERO = -2147483646;

  private final PerTile scale;
  private final PerTile zero;
  private final PerTile blank;
  private final Dither dither;
  private final long seed;

  private Quantisation(PerTile scale, PerTile zero, PerTile blank, Dither dither, long seed) {
    this.scale = scale;
    this.zero = zero;
    this.blank = blank;
    this.dither = dither;
    this.seed = seed;
  }

  private enum Dither {
    NONE,
    SUBTRACTIVE,
    SUBTRACTIVE_KEEPING_ZERO
  }

  /** A number that a column gives for each tile, or a keyword for all. */
  private record PerTile(Optional<Column> column, OptionalDouble keyword) {

    static PerTile of(String name, TileTable table, Header header) {
      return new PerTile(table.column(name), header.real(name));
    }

    boolean exists() {
      return column.isPresent() || keyword.isPresent();
    }

    double in(ByteBuffer row, double otherwise) {
      return column.map(c -> c.number(row)).orElse(keyword.orElse(otherwise));
    }
  }

  /** Empty when the file's values were not quantised. */
  static Optional<Quantisation> of(TileTable table, Header header) {
    String method = header.text("ZQUANTIZ").orElse("NO_DITHER");
    PerTile scale = PerTile.of("ZSCALE", table, header);
    if (method.equals("NONE") || !scale.exists()) {
      return Optional.empty();
    }
    Dither dither =
        switch (method) {
          case "NO_DITHER" -> Dither.NONE;
          case "SUBTRACTIVE_DITHER_1" -> Dither.SUBTRACTIVE;
          case "SUBTRACTIVE_DITHER_2" -> Dither.SUBTRACTIVE_KEEPING_ZERO;
          default -> throw DecodeException.unsupported("FITS: ZQUANTIZ is '" + method + "'");
        };
    PerTile zero = PerTile.of("ZZERO", table, header);
    PerTile blank = PerTile.of("ZBLANK", table, header);
    OptionalLong seed = header.integer("ZDITHER0");
    return Optional.of(new Quantisation(scale, zero, blank, dither, seed.orElse(1)));
  }

  /** The values of a tile; NaN where there is none. */
  Object restore(TileValues values, SampleType type, ByteBuffer row, long tile) {
    if (!(values instanceof TileValues.Ints ints)) {
      throw DecodeException.malformed("FITS: a quantised tile holds more than 32 bits a sample");
    }
    double[] restored = restore(ints.values(), row, tile);
    return type == SampleType.F64 ? restored : narrowed(restored);
  }

  private double[] restore(int[] values, ByteBuffer row, long tile) {
    double tileScale = scale.in(row, 1);
    double tileZero = zero.in(row, 0);
    double missing = blank.in(row, Double.NaN);
    DitherSequence random = new DitherSequence(tile, seed);
    double[] restored = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double shift = dither == Dither.NONE ? 0 : 0.5 - random.next();
      if (values[i] == missing) {
        restored[i] = Double.NaN;
      } else if (values[i] != ZERO || dither != Dither.SUBTRACTIVE_KEEPING_ZERO) {
        restored[i] = (values[i] + shift) * tileScale + tileZero;
      }
    }
    return restored;
  }

  private static float[] narrowed(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
