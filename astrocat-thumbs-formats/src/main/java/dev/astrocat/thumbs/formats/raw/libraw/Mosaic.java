package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.nio.CharBuffer;
import org.bytedeco.javacpp.CharPointer;
import org.jspecify.annotations.Nullable;

/**
 * The visible part of the sensor's samples, in LibRaw's memory: gone with the file. One thread at a
 * time.
 */
final class Mosaic {

  /** LibRaw's adjust_maximum_thr: where the brightest sample may stand for white. */
  private static final float LEAST_WHITE = 0.75f;

  private final CharBuffer samples;
  private final int pitch;
  private final int width;
  private final int height;
  private final FilterPattern filters;
  private final BlackLevel black;
  private final int brightest;
  private final int white;

  private Mosaic(CharBuffer samples, RawFile raw, int width, int height) {
    this.samples = samples;
    this.pitch = raw.mosaicPitch();
    this.width = width;
    this.height = height;
    filters = FilterPattern.of(raw);
    black = BlackLevel.of(raw, filters, width);
    brightest = brightest();
    white = white(raw.white(), raw.adjustsWhite() ? brightest : 0);
  }

  /** The mosaic, or null where LibRaw alone can read it. */
  static @Nullable Mosaic of(RawFile raw) throws RawRefusal {
    CharPointer samples = raw.mosaic();
    if (samples == null) {
      return null;
    }
    // As LibRaw does: what is said to be visible may reach over the sensor's edge.
    int width = Math.min(raw.width(), raw.rawWidth() - raw.leftMargin());
    int height = Math.min(raw.height(), raw.rawHeight() - raw.topMargin());
    if (width < 1 || height < 1) {
      throw new RawRefusal(RawRefusal.Reason.MALFORMED, "no visible part of the sensor");
    }
    long first = (long) raw.topMargin() * raw.mosaicPitch() + raw.leftMargin();
    long count = (height - 1L) * raw.mosaicPitch() + width;
    if (raw.mosaicPitch() < raw.leftMargin() + width || first + count > Integer.MAX_VALUE) {
      throw new RawRefusal(RawRefusal.Reason.DIMENSIONS, "rows that overlap, or too many");
    }
    CharBuffer all = samples.capacity(first + count).asBuffer();
    return new Mosaic(all.slice((int) first, (int) count), raw, width, height);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  FilterPattern filters() {
    return filters;
  }

  BlackLevel black() {
    return black;
  }

  /** Whether no sample is above black. */
  boolean isBlank() {
    return brightest == 0;
  }

  /** Saturation above black. */
  int white() {
    return white;
  }

  /** Copies the samples of a row as the sensor gave them. */
  void copyRow(int row, char[] into) {
    samples.get(row * pitch, into, 0, width);
  }

  /** The brightest sample above its colour's black; the pattern of black is not looked at. */
  private int brightest() {
    char[] row = new char[width];
    int period = filters.columns();
    int brightest = 0;
    for (int y = 0; y < height; y++) {
      copyRow(y, row);
      for (int phase = 0; phase < period; phase++) {
        int most = 0;
        for (int x = phase; x < row.length; x += period) {
          most = Math.max(most, row[x]);
        }
        brightest = Math.max(brightest, most - black.of(filters.color(y, phase)));
      }
    }
    return brightest;
  }

  /** Cameras saturate below the nominal white: a brightest sample near it is the true one. */
  private static int white(int nominal, int brightest) {
    if (brightest < nominal && brightest > nominal * LEAST_WHITE) {
      return brightest;
    }
    return nominal > 0 ? nominal : 65_535;
  }
}
