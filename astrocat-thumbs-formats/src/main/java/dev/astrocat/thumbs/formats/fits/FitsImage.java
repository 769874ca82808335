package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.lang.reflect.Array;

/** The picture in a FITS array. Thread-safe. */
record FitsImage(ImageInfo info, Axes axes, SampleReader samples) implements PixelSource {

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    if (axes.isInterleaved()) {
      for (int row = 0; row < rowCount; row++) {
        readInterleaved(firstRow + row, row * info.width(), band);
      }
      return;
    }
    for (int c = 0; c < info.channels(); c++) {
      samples.read(axes.firstSample(c, firstRow), rowCount * info.width(), band.plane(c), 0);
    }
  }

  private void readInterleaved(int row, int at, RowBand band) throws IOException {
    int pixelSamples = axes.interleave();
    Object line = newArray(info.type(), info.width() * pixelSamples);
    samples.read(axes.firstSample(0, row), info.width() * pixelSamples, line, 0);
    for (int c = 0; c < info.channels(); c++) {
      pick(line, axes.firstPlane() + c, band.plane(c), at);
    }
  }

  private void pick(Object line, int first, Object plane, int at) {
    int step = axes.interleave();
    for (int x = 0; x < info.width(); x++) {
      int from = first + x * step;
      switch (info.type()) {
        case U8 -> ((byte[]) plane)[at + x] = ((byte[]) line)[from];
        case S16, U16 -> ((short[]) plane)[at + x] = ((short[]) line)[from];
        case S32, U32 -> ((int[]) plane)[at + x] = ((int[]) line)[from];
        case S64, U64 -> ((long[]) plane)[at + x] = ((long[]) line)[from];
        case F32 -> ((float[]) plane)[at + x] = ((float[]) line)[from];
        case F64 -> ((double[]) plane)[at + x] = ((double[]) line)[from];
      }
    }
  }

  /** A line of samples, working memory of one read. */
  private static Object newArray(SampleType type, int length) {
    return Array.newInstance(type.arrayType().getComponentType(), length);
  }

  @Override
  public void close() throws IOException {
    samples.close();
  }
}
