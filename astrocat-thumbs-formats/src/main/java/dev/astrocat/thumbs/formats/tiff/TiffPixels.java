package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.Objects;

/** Rows of a TIFF image: from the file for uncompressed ones, else from decoded planes. */
final class TiffPixels implements PixelSource {

  /** Where rows come from. */
  @FunctionalInterface
  private interface Rows {
    void read(int firstRow, int rowCount, Object[] planes) throws IOException;
  }

  private final ImageInfo info;
  private final Rows rows;

  private TiffPixels(ImageInfo info, Rows rows) {
    this.info = info;
    this.rows = rows;
  }

  /** Rows that are read from the file each time. */
  static PixelSource direct(ImageInfo info, TiffRows rows) {
    return new TiffPixels(info, (first, count, planes) -> rows.read(first, count, planes, 0));
  }

  /** Decodes everything, one row of chunks after another. */
  static PixelSource decoded(ImageInfo info, TiffRows rows, int chunkHeight, DecodeContext context)
      throws IOException {
    Object[] whole = new Object[info.channels()];
    for (int c = 0; c < whole.length; c++) {
      whole[c] = context.allocate(info.type(), (long) info.width() * info.height());
    }
    for (int y = 0; y < info.height(); y += chunkHeight) {
      context.checkpoint();
      int count = Math.min(chunkHeight, info.height() - y);
      rows.read(y, count, whole, y * info.width());
      context.progressed();
    }
    return new TiffPixels(info, (first, count, planes) -> copy(info, first, count, whole, planes));
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // both sides are arrays of the image's type
  private static void copy(ImageInfo info, int first, int count, Object[] from, Object[] to) {
    for (int c = 0; c < from.length; c++) {
      System.arraycopy(from[c], first * info.width(), to[c], 0, count * info.width());
    }
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    Objects.checkFromIndexSize(firstRow, rowCount, info.height());
    Object[] planes = new Object[info.channels()];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = band.plane(c);
    }
    rows.read(firstRow, rowCount, planes);
  }

  @Override
  public void close() {}
}
