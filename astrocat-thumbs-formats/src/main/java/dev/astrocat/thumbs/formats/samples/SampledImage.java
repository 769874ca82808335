package dev.astrocat.thumbs.formats.samples;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.lang.reflect.Array;

/**
 * The picture in an array of samples. Thread-safe.
 *
 * @param info what is known of the picture
 * @param layout where its samples are
 * @param samples the array
 */
public record SampledImage(ImageInfo info, SampleLayout layout, SampleReader samples)
    implements PixelSource {

  /** Most samples of interleaved pixels that are read at once, except for pixels larger still. */
  private static final int PIECE_SAMPLES = 1 << 16;

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    if (layout.step() == 1) {
      for (int c = 0; c < info.channels(); c++) {
        samples.read(layout.firstSample(c, firstRow), rowCount * info.width(), band.plane(c), 0);
      }
      return;
    }
    for (int row = 0; row < rowCount; row++) {
      readInterleaved(firstRow + row, row * info.width(), band);
    }
  }

  private void readInterleaved(int row, int at, RowBand band) throws IOException {
    long first = layout.firstSample(0, row);
    int span = (int) (layout.firstSample(info.channels() - 1, row) - first) + 1;
    int most = (int) Math.max(1, (PIECE_SAMPLES - span) / layout.step() + 1);
    for (int x = 0; x < info.width(); x += most) {
      int pixels = Math.min(most, info.width() - x);
      int count = (int) ((pixels - 1) * layout.step()) + span;
      Object piece = Array.newInstance(info.type().arrayType().getComponentType(), count);
      samples.read(first + x * layout.step(), count, piece, 0);
      for (int c = 0; c < info.channels(); c++) {
        int offset = (int) (layout.firstSample(c, row) - first);
        pick(piece, offset, band.plane(c), at + x, pixels);
      }
    }
  }

  /** With one pixel the step may be anything, and is not needed. */
  private void pick(Object from, int offset, Object to, int at, int pixels) {
    int step = pixels == 1 ? 1 : (int) layout.step();
    switch (info.type()) {
      case U8 -> pick((byte[]) from, offset, step, (byte[]) to, at, pixels);
      case S16, U16 -> pick((short[]) from, offset, step, (short[]) to, at, pixels);
      case S32, U32 -> pick((int[]) from, offset, step, (int[]) to, at, pixels);
      case S64, U64 -> pick((long[]) from, offset, step, (long[]) to, at, pixels);
      case F32 -> pick((float[]) from, offset, step, (float[]) to, at, pixels);
      case F64 -> pick((double[]) from, offset, step, (double[]) to, at, pixels);
    }
  }

  private static void pick(byte[] from, int offset, int step, byte[] to, int at, int pixels) {
    for (int i = 0, k = offset; i < pixels; i++, k += step) {
      to[at + i] = from[k];
    }
  }

  private static void pick(short[] from, int offset, int step, short[] to, int at, int pixels) {
    for (int i = 0, k = offset; i < pixels; i++, k += step) {
      to[at + i] = from[k];
    }
  }

  private static void pick(int[] from, int offset, int step, int[] to, int at, int pixels) {
    for (int i = 0, k = offset; i < pixels; i++, k += step) {
      to[at + i] = from[k];
    }
  }

  private static void pick(long[] from, int offset, int step, long[] to, int at, int pixels) {
    for (int i = 0, k = offset; i < pixels; i++, k += step) {
      to[at + i] = from[k];
    }
  }

  private static void pick(float[] from, int offset, int step, float[] to, int at, int pixels) {
    for (int i = 0, k = offset; i < pixels; i++, k += step) {
      to[at + i] = from[k];
    }
  }

  private static void pick(double[] from, int offset, int step, double[] to, int at, int pixels) {
    for (int i = 0, k = offset; i < pixels; i++, k += step) {
      to[at + i] = from[k];
    }
  }

  @Override
  public void close() throws IOException {
    samples.close();
  }
}
