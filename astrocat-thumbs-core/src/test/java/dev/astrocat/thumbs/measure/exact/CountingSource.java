package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** An image that counts how many of its rows were read. */
final class CountingSource implements PixelSource {

  private final PixelSource source;
  private final AtomicLong rowsRead = new AtomicLong();

  CountingSource(PixelSource source) {
    this.source = source;
  }

  long rowsRead() {
    return rowsRead.get();
  }

  @Override
  public ImageInfo info() {
    return source.info();
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    rowsRead.addAndGet(rowCount);
    source.readRows(firstRow, rowCount, band);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
