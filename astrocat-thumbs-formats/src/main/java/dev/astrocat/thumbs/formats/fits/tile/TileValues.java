package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SampleType;

/** What a codec gives: whole numbers, or floating-point values that were stored as they are. */
sealed interface TileValues {

  /** These values as samples of an image; whole numbers for a float image are not quantised. */
  Object toSamples(SampleType type);

  /** Whole numbers of up to 32 bits; lossy codecs may overshoot narrower types. */
  record Ints(int[] values) implements TileValues {

    @Override
    public Object toSamples(SampleType type) {
      return switch (type) {
        case U8 -> toBytes();
        case S16 -> toShorts();
        case S32 -> values;
        case S64 -> toLongs();
        default -> throw kind("whole numbers", type);
      };
    }

    private byte[] toBytes() {
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Math.max(0, Math.min(255, values[i]));
      }
      return bytes;
    }

    private short[] toShorts() {
      short[] shorts = new short[values.length];
      for (int i = 0; i < shorts.length; i++) {
        shorts[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, values[i]));
      }
      return shorts;
    }

    private long[] toLongs() {
      long[] longs = new long[values.length];
      for (int i = 0; i < longs.length; i++) {
        longs[i] = values[i];
      }
      return longs;
    }
  }

  /** Samples that need no further step, as an array of {@code type}. */
  record Samples(SampleType type, Object array) implements TileValues {

    @Override
    public Object toSamples(SampleType wanted) {
      if (wanted != type) {
        throw kind(type.name(), wanted);
      }
      return array;
    }
  }

  private static DecodeException kind(String given, SampleType wanted) {
    return DecodeException.malformed("FITS: a tile holds " + given + ", the image is " + wanted);
  }
}
