package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import java.util.Arrays;

/**
 * Rice coding of the differences between neighbours (FITS 4.0 section 10.4.1): blocks of samples,
 * each with its own number of low bits that are stored as they are.
 *
 * @param blockSize samples of a block
 * @param bytePix bytes of a sample before it was compressed
 */
record RiceCodec(int blockSize, int bytePix) implements TileCodec {

  private static final int MOST_BLOCK = 1 << 16;

  static RiceCodec of(Parameters parameters) {
    long blockSize = parameters.value("BLOCKSIZE", 32);
    if (blockSize < 1 || blockSize > MOST_BLOCK) {
      throw DecodeException.malformed("FITS: compression parameter BLOCKSIZE is " + blockSize);
    }
    return new RiceCodec((int) blockSize, parameters.oneOf("BYTEPIX", 4, 1, 2, 4));
  }

  @Override
  public int workingBytesPerSample() {
    return 2 * Integer.BYTES;
  }

  @Override
  public TileValues decode(PackedTile packed, int width, int lines, Meaning meaning) {
    int[] values = new int[width * lines];
    BitReader bits = new BitReader(packed);
    int last = bits.read(8 * bytePix);
    for (int at = 0; at < values.length; at += blockSize) {
      last = decodeBlock(bits, last, values, at, Math.min(at + blockSize, values.length));
      bits.requireInside();
    }
    narrow(values);
    return new TileValues.Ints(values);
  }

  private int decodeBlock(BitReader bits, int before, int[] values, int from, int to) {
    int last = before;
    int lowBits = bits.read(codeBits()) - 1;
    if (lowBits < 0) {
      Arrays.fill(values, from, to, last);
    } else if (lowBits >= rawCode()) {
      for (int i = from; i < to; i++) {
        last += unfold(bits.read(8 * bytePix));
        values[i] = last;
      }
    } else {
      for (int i = from; i < to; i++) {
        last += unfold(bits.readRice(lowBits));
        values[i] = last;
      }
    }
    return last;
  }

  /** Differences are stored without sign: 0, -1, 1, -2, 2... */
  private static int unfold(int difference) {
    return (difference >>> 1) ^ -(difference & 1);
  }

  /** Width of a block's number of low bits, which is stored plus one. */
  private int codeBits() {
    return bytePix == 1 ? 3 : bytePix == 2 ? 4 : 5;
  }

  /** The number that says: differences of this block are stored in full. */
  private int rawCode() {
    return bytePix == 1 ? 6 : bytePix == 2 ? 14 : 25;
  }

  /** Sums wrap around at the width of a sample; single bytes have no sign. */
  private void narrow(int[] values) {
    if (bytePix == 1) {
      for (int i = 0; i < values.length; i++) {
        values[i] &= 0xFF;
      }
    } else if (bytePix == 2) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (short) values[i];
      }
    }
  }
}
