package dev.astrocat.thumbs.formats.raw.libraw;

/** A row of a mosaic, read again and again with other rows. One thread at a time. */
final class MosaicRow {

  private final Mosaic mosaic;
  private final char[] samples;
  private int[] dark;

  MosaicRow(Mosaic mosaic) {
    this.mosaic = mosaic;
    samples = new char[mosaic.width()];
    dark = new int[mosaic.width()];
  }

  /** Becomes a row of the visible part. */
  void read(int row) {
    mosaic.copyRow(row, samples);
    dark = mosaic.black().row(row, dark);
  }

  /** A sample above black, 0 to 65,535. */
  int light(int x) {
    return Math.max(0, samples[x] - dark[x]);
  }
}
