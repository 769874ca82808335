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

  private final TiffImage image;
  private final int samples;
  private final VarHandle shorts;
  private final VarHandle ints;
  private final VarHandle longs;

  Predictor(TiffImage image) {
    this.image = image;
    this.samples = image.samplesInChunk();
    ByteOrder order = image.order();
    this.shorts = MethodHandles.byteArrayViewVarHandle(short[].class, order);
    this.ints = MethodHandles.byteArrayViewVarHandle(int[].class, order);
    this.longs = MethodHandles.byteArrayViewVarHandle(long[].class, order);
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
          "TIFF with predictor " + image.predictor() + " for samples of " + bits
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
          shorts.set(chunk, i, (short) ((short) shorts.get(chunk, i) + (short) shorts.get(chunk, i - step)));
        }
      }
      case 4 -> {
        for (int i = start + step; i < end; i += 4) {
          ints.set(chunk, i, (int) ints.get(chunk, i) + (int) ints.get(chunk, i - step));
        }
      }
      default -> {
        for (int i = start + step; i < end; i += 8) {
          longs.set(chunk, i, (long) longs.get(chunk, i) + (long) longs.get(chunk, i - step));
        }
      }
    }
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
