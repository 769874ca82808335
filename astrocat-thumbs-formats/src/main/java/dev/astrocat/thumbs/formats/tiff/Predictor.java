package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Undoes the differences that a predictor left in the rows of a chunk, in place. */
final class Predictor {

  static final int NONE = 1;
  static final int HORIZONTAL = 2;
  static final int FLOATING_POINT = 3;

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final TiffImage image;
  private final int samples;
  private final boolean swapped;

  Predictor(TiffImage image) {
    this.image = image;
    this.samples = image.samplesInChunk();
    this.swapped = image.order() == ByteOrder.LITTLE_ENDIAN;
    requireKnown();
  }

  private void requireKnown() {
    SampleFormat format = image.format();
    int bits = format.bits();
    boolean known =
        switch (image.predictor()) {
          case NONE -> true;
          case HORIZONTAL -> bits == 8 || bits == 16 || bits == 32 || bits == 64;
          case FLOATING_POINT -> format.kind() == SampleFormat.Kind.FLOAT;
          default -> false;
        };
    if (!known) {
      throw DecodeException.unsupported(
          "TIFF with predictor "
              + image.predictor()
              + " for samples of "
              + bits
              + " bits is not supported");
    }
  }

  /** Byte order of the samples once the predictor is undone. */
  ByteOrder orderAfter() {
    // TIFF Technical Note 3: the floating point predictor stores most significant bytes first.
    return image.predictor() == FLOATING_POINT ? ByteOrder.BIG_ENDIAN : image.order();
  }

  void undo(byte[] chunk, int rows) {
    int rowBytes = (int) image.rowBytes();
    for (int r = 0; r < rows && image.predictor() != NONE; r++) {
      if (image.predictor() == HORIZONTAL) {
        horizontal(chunk, r * rowBytes, rowBytes);
      } else {
        floatingPoint(chunk, r * rowBytes, rowBytes);
      }
    }
  }

  /** TIFF 6.0 section 14: each sample is stored as its difference from the pixel before. */
  private void horizontal(byte[] chunk, int start, int rowBytes) {
    int bytes = image.format().bits() / 8;
    int step = bytes * samples;
    int end = start + rowBytes;
    switch (bytes) {
      case 1 -> {
        for (int i = start + step; i < end; i++) {
          chunk[i] += chunk[i - step];
        }
      }
      case 2 -> {
        for (int i = start + step; i < end; i += 2) {
          SHORTS.set(chunk, i, order((short) (shortAt(chunk, i) + shortAt(chunk, i - step))));
        }
      }
      case 4 -> {
        for (int i = start + step; i < end; i += 4) {
          INTS.set(chunk, i, order(intAt(chunk, i) + intAt(chunk, i - step)));
        }
      }
      default -> {
        for (int i = start + step; i < end; i += 8) {
          LONGS.set(chunk, i, order(longAt(chunk, i) + longAt(chunk, i - step)));
        }
      }
    }
  }

  private short shortAt(byte[] chunk, int at) {
    return order((short) SHORTS.get(chunk, at));
  }

  private int intAt(byte[] chunk, int at) {
    return order((int) INTS.get(chunk, at));
  }

  private long longAt(byte[] chunk, int at) {
    return order((long) LONGS.get(chunk, at));
  }

  /** From the file's byte order to big-endian, or back. */
  private short order(short value) {
    return swapped ? Short.reverseBytes(value) : value;
  }

  private int order(int value) {
    return swapped ? Integer.reverseBytes(value) : value;
  }

  private long order(long value) {
    return swapped ? Long.reverseBytes(value) : value;
  }

  /** Technical Note 3: bytes of equal significance lie together, each as a difference. */
  private void floatingPoint(byte[] chunk, int start, int rowBytes) {
    for (int i = start + samples; i < start + rowBytes; i++) {
      chunk[i] += chunk[i - samples];
    }
    int bytes = image.format().bits() / 8;
    int count = rowBytes / bytes;
    byte[] row = new byte[rowBytes];
    for (int i = 0; i < count; i++) {
      for (int b = 0; b < bytes; b++) {
        row[i * bytes + b] = chunk[start + b * count + i];
      }
    }
    System.arraycopy(row, 0, chunk, start, rowBytes);
  }
}
