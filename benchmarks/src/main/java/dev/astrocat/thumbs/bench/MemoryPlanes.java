package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;

/** A picture held whole, whose rows cost no more than a copy. */
final class MemoryPlanes implements PixelSource {

  private final ImageInfo info;
  private final RowBand whole;

  MemoryPlanes(ImageInfo info) {
    this.info = info;
    this.whole = new RowBand(info.type(), info.width(), info.channels(), info.height());
  }

  void readFrom(PixelSource source) throws IOException {
    source.readRows(0, info.height(), whole);
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // bands of one type hold arrays of one class
  public void readRows(int firstRow, int rowCount, RowBand band) {
    for (int c = 0; c < info.channels(); c++) {
      System.arraycopy(
          whole.plane(c), firstRow * info.width(), band.plane(c), 0, rowCount * info.width());
    }
  }

  @Override
  public void close() {}
}
