package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Crew;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import java.math.BigInteger;
import java.time.Duration;

/** Images of every sample type in memory, and their samples one by one as plain Java sees them. */
public final class TestSamples {

  private TestSamples() {}

  /** Samples that have these bits, as many low ones as the type takes. */
  public static Object ofBits(SampleType type, long... bits) {
    Object plane =
        switch (type) {
          case U8 -> new byte[bits.length];
          case S16, U16 -> new short[bits.length];
          case S32, U32 -> new int[bits.length];
          case S64, U64 -> new long[bits.length];
          case F32 -> new float[bits.length];
          case F64 -> new double[bits.length];
        };
    for (int i = 0; i < bits.length; i++) {
      set(type, plane, i, bits[i]);
    }
    return plane;
  }

  private static void set(SampleType type, Object plane, int i, long bits) {
    switch (type) {
      case U8 -> ((byte[]) plane)[i] = (byte) bits;
      case S16, U16 -> ((short[]) plane)[i] = (short) bits;
      case S32, U32 -> ((int[]) plane)[i] = (int) bits;
      case S64, U64 -> ((long[]) plane)[i] = bits;
      case F32 -> ((float[]) plane)[i] = Float.intBitsToFloat((int) bits);
      case F64 -> ((double[]) plane)[i] = Double.longBitsToDouble(bits);
    }
  }

  /** The stored number of a sample, as the nearest double. */
  public static double stored(SampleType type, Object plane, int i) {
    return switch (type) {
      case U8 -> Byte.toUnsignedInt(((byte[]) plane)[i]);
      case S16 -> ((short[]) plane)[i];
      case U16 -> Short.toUnsignedInt(((short[]) plane)[i]);
      case S32 -> ((int[]) plane)[i];
      case U32 -> Integer.toUnsignedLong(((int[]) plane)[i]);
      case S64 -> ((long[]) plane)[i];
      case U64 -> new BigInteger(Long.toUnsignedString(((long[]) plane)[i])).doubleValue();
      case F32 -> ((float[]) plane)[i];
      case F64 -> ((double[]) plane)[i];
    };
  }

  /** Whether a sample of an integer type is stored as this number. */
  public static boolean isStoredAs(SampleType type, Object plane, int i, long number) {
    return switch (type) {
      case S64, U64 -> ((long[]) plane)[i] == number;
      default -> (long) stored(type, plane, i) == number;
    };
  }

  /** An image of such planes. */
  public static PixelSource image(ImageInfo info, Object... planes) {
    return switch (info.type()) {
      case U8 -> PixelSource.of(info, cast(planes, new byte[planes.length][]));
      case S16, U16 -> PixelSource.of(info, cast(planes, new short[planes.length][]));
      case S32, U32 -> PixelSource.of(info, cast(planes, new int[planes.length][]));
      case S64, U64 -> PixelSource.of(info, cast(planes, new long[planes.length][]));
      case F32 -> PixelSource.of(info, cast(planes, new float[planes.length][]));
      case F64 -> PixelSource.of(info, cast(planes, new double[planes.length][]));
    };
  }

  private static <P> P[] cast(Object[] planes, P[] result) {
    System.arraycopy(planes, 0, result, 0, planes.length);
    return result;
  }

  /** A context with the limits that users get, but for time: a machine with other work is slow. */
  public static DecodeContext context() {
    Limits patient = Limits.defaults().withMaxDecodeTime(Duration.ofMinutes(10));
    return new DecodeContext(patient, ImageSelection.DEFAULT);
  }

  /** A walk by the calling thread alone. */
  public static BandWalk walk(PixelSource source) {
    return new BandWalk(source, context(), Crew.SOLO);
  }

  /** A walk by the calling thread and others. */
  public static BandWalk walk(PixelSource source, Crew crew) {
    return new BandWalk(source, context(), crew);
  }
}
