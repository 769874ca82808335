package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.Arrays;

/** A frame of 8 bits in its place on a larger, black canvas, which takes no memory. */
final class CanvasPixels implements PixelSource {

  private final PixelSource frame;
  private final Placement place;
  private final ImageInfo info;

  private CanvasPixels(PixelSource frame, Placement place) {
    this.frame = frame;
    this.place = place;
    ImageInfo inner = frame.info();
    this.info = inner.withShape(place.width(), place.height(), inner.channels(), inner.type());
  }

  static PixelSource of(PixelSource frame, Placement place) {
    ImageInfo inner = frame.info();
    boolean fills = place.width() == inner.width() && place.height() == inner.height();
    return fills ? frame : new CanvasPixels(frame, place);
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    int channels = info.channels();
    for (int c = 0; c < channels; c++) {
      Arrays.fill(band.bytes(c), 0, rowCount * info.width(), (byte) 0);
    }
    int frameWidth = frame.info().width();
    int from = Math.max(firstRow, place.top());
    int to = Math.min(firstRow + rowCount, place.top() + frame.info().height());
    if (from >= to) {
      return;
    }
    RowBand inner = new RowBand(info.type(), frameWidth, channels, to - from);
    frame.readRows(from - place.top(), to - from, inner);
    for (int c = 0; c < channels; c++) {
      for (int y = from; y < to; y++) {
        System.arraycopy(
            inner.bytes(c),
            (y - from) * frameWidth,
            band.bytes(c),
            (y - firstRow) * info.width() + place.left(),
            frameWidth);
      }
    }
  }

  @Override
  public void close() throws IOException {
    frame.close();
  }
}
