package dev.astrocat.thumbs.decode;

import java.io.Closeable;
import java.io.IOException;

/**
 * An open image whose rows can be read in any order, again, and from several threads at once, in
 * the file's native sample type and in stored order (row 0 is the first stored row). It neither
 * stretches nor resamples.
 */
public interface PixelSource extends Closeable {

  /** What the image is like; the same object every time. */
  ImageInfo info();

  /**
   * Reads rows {@code firstRow} to {@code firstRow + rowCount - 1} of all channels to the start of
   * {@code band}. Blocks on I/O.
   *
   * @param band of this image's type, width and channels, with room for {@code rowCount} rows
   * @throws java.io.EOFException if the file ends inside these rows
   * @throws dev.astrocat.thumbs.ThumbnailException if the data is broken there
   */
  void readRows(int firstRow, int rowCount, RowBand band) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * An image in memory: {@code samples[y * width + x]}, one array per channel.
   *
   * @param planes arrays of the class that {@code info.type()} asks for
   */
  static PixelSource of(ImageInfo info, byte[]... planes) {
    return new ArrayPixelSource(info, planes);
  }

  /** The same for {@code S16} and {@code U16}. */
  static PixelSource of(ImageInfo info, short[]... planes) {
    return new ArrayPixelSource(info, planes);
  }

  /** The same for {@code S32} and {@code U32}. */
  static PixelSource of(ImageInfo info, int[]... planes) {
    return new ArrayPixelSource(info, planes);
  }

  /** The same for {@code S64} and {@code U64}. */
  static PixelSource of(ImageInfo info, long[]... planes) {
    return new ArrayPixelSource(info, planes);
  }

  /** The same for {@code F32}. */
  static PixelSource of(ImageInfo info, float[]... planes) {
    return new ArrayPixelSource(info, planes);
  }

  /** The same for {@code F64}. */
  static PixelSource of(ImageInfo info, double[]... planes) {
    return new ArrayPixelSource(info, planes);
  }
}
