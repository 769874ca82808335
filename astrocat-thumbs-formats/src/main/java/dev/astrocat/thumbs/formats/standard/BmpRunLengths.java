package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * Decodes RLE4 and RLE8, one index a byte, first stored row first. Pixels that runs skip, or that a
 * file which ends early lacks, keep index 0.
 */
final class BmpRunLengths {

  private final SourceImageInputStream in;
  private final int width;
  private final int height;
  private final boolean nibbles;
  private final byte[] indexes;
  private int x;
  private int y;

  BmpRunLengths(SourceImageInputStream in, BmpHeaders headers, byte[] indexes) {
    this.in = in;
    this.width = (int) headers.width();
    this.height = (int) headers.height();
    this.nibbles = headers.compression() == BmpHeaders.RLE4;
    this.indexes = indexes;
  }

  void decode() throws IOException {
    try {
      boolean more = true;
      while (more && y < height) {
        int count = in.readUnsignedByte();
        int code = in.readUnsignedByte();
        if (count > 0) {
          run(count, code);
        } else {
          more = escape(code);
        }
      }
    } catch (EOFException e) {
      return; // nothing was ever written behind this place
    }
  }

  private void run(int count, int code) {
    for (int i = 0; i < count; i++) {
      put(!nibbles ? code : (i & 1) == 0 ? code >> 4 : code & 15);
    }
  }

  /** After a zero: 0 end of row, 1 end of picture, 2 a step, else so many literal indexes. */
  private boolean escape(int code) throws IOException {
    switch (code) {
      case 0 -> {
        x = 0;
        y++;
      }
      case 1 -> {
        return false;
      }
      case 2 -> {
        // Never far behind the last column: steps of a large file could count past 2^31.
        x = Math.min(width, x + in.readUnsignedByte());
        y += in.readUnsignedByte();
      }
      default -> literals(code);
    }
    return true;
  }

  private void literals(int count) throws IOException {
    int bytes = nibbles ? (count + 1) / 2 : count;
    for (int i = 0; i < bytes; i++) {
      int value = in.readUnsignedByte();
      put(nibbles ? value >> 4 : value);
      if (nibbles && 2 * i + 1 < count) {
        put(value & 15);
      }
    }
    if ((bytes & 1) == 1) {
      in.readUnsignedByte(); // literals are padded to even lengths
    }
  }

  private void put(int index) {
    if (x < width && y < height) {
      indexes[y * width + x] = (byte) index;
      x++;
    }
  }
}
