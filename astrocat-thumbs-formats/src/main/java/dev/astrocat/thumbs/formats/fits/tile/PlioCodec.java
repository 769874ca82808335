package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.fits.Header;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * IRAF's line lists for masks (FITS 4.0 section 10.4.4): 16-bit words of a 4-bit instruction and 12
 * bits of data. (The library's decoder cuts values to 16 bits with sign, hence this one.)
 *
 * @param bias what the writer added so that no value is negative
 */
record PlioCodec(int bias) implements TileCodec {

  private static final int OLD_HEADER_WORDS = 3;
  private static final int DATA_BITS = 12;
  private static final int DATA_MASK = (1 << DATA_BITS) - 1;

  /** CFITSIO stores unsigned 16-bit images (BZERO = 32768) as the unsigned values themselves. */
  static PlioCodec of(Header header) {
    boolean unsigned =
        header.integer("ZBITPIX").orElse(0) == 16 && header.real("BZERO").orElse(0) == 32768;
    return new PlioCodec(unsigned ? 32768 : 0);
  }

  @Override
  public int workingBytesPerSample() {
    return 2 * Integer.BYTES;
  }

  @Override
  public TileValues decode(PackedTile packed, int width, int lines, Meaning meaning) {
    ShortBuffer words = packed.buffer().asShortBuffer();
    int[] values = new int[width * lines];
    if (words.limit() < OLD_HEADER_WORDS) {
      throw DecodeException.truncated("FITS: a PLIO tile has no header");
    }
    // A positive third word is the length of an old list; else words 1, 3 and 4 say where it is.
    boolean old = words.get(2) > 0;
    int start = old ? OLD_HEADER_WORDS : words.get(1);
    int end = old ? words.get(2) : words.limit() > 4 ? (words.get(4) << 15) + words.get(3) : 0;
    if (start < OLD_HEADER_WORDS || end > words.limit()) {
      throw DecodeException.malformed("FITS: a PLIO tile of " + end + " words from " + start);
    }
    run(words, start, end, values);
    for (int i = 0; bias != 0 && i < values.length; i++) {
      values[i] -= bias;
    }
    return new TileValues.Ints(values);
  }

  private static void run(ShortBuffer words, int start, int end, int[] values) {
    int at = 0;
    int high = 1;
    for (int i = start; i < end && at < values.length; i++) {
      int data = words.get(i) & DATA_MASK;
      int instruction = words.get(i) >> DATA_BITS & 0xF;
      int run = Math.min(data, values.length - at);
      switch (instruction) {
        case 0 -> at += run; // zeros
        case 1 -> high = (i + 1 < end ? words.get(++i) & 0xFFFF : 0) << DATA_BITS | data;
        case 2 -> high += data;
        case 3 -> high -= data;
        case 4 -> { // high values
          Arrays.fill(values, at, at + run, high);
          at += run;
        }
        case 5 -> { // zeros, then one high value
          at += run;
          if (run == data && run > 0) {
            values[at - 1] = high;
          }
        }
        case 6, 7 -> { // one changed high value
          high += instruction == 6 ? data : -data;
          values[at++] = high;
        }
        default ->
            throw DecodeException.malformed("FITS: a PLIO tile has instruction " + instruction);
      }
    }
  }
}
