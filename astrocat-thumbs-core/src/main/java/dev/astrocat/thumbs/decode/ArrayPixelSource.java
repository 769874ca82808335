package dev.astrocat.thumbs.decode;

import java.lang.reflect.Array;

/** An image that was decoded whole, one array per channel. */
final class ArrayPixelSource implements PixelSource {

  private final ImageInfo info;
  private final Object[] planes;

  ArrayPixelSource(ImageInfo info, Object[] planes) {
    long samples = (long) info.width() * info.height();
    if (planes.length != info.channels()) {
      throw new IllegalArgumentException(planes.length + " planes for " + info.channels());
    }
    for (Object plane : planes) {
      if (!info.type().arrayType().isInstance(plane) || Array.getLength(plane) < samples) {
        throw new IllegalArgumentException(
            "a plane is " + info.type().arrayType().getSimpleName() + " of " + samples);
      }
    }
    this.info = info;
    this.planes = planes;
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // the constructor checked the arrays' classes
  public void readRows(int firstRow, int rowCount, RowBand band) {
    for (int c = 0; c < planes.length; c++) {
      System.arraycopy(
          planes[c], firstRow * info.width(), band.plane(c), 0, rowCount * info.width());
    }
  }

  @Override
  public void close() {}
}
