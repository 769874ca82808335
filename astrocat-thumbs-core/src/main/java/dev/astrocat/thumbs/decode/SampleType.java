package dev.astrocat.thumbs.decode;

/**
 * How a file stores one sample, and with it the Java array that carries its samples: {@code byte[]
 * short[] int[] long[] float[] double[]}. Unsigned types use the array of the same width; {@code
 * (U16) s & 0xFFFF} is the value.
 */
public enum SampleType {
  /** 8 bit, 0..255, in {@code byte[]}. */
  U8(1, byte[].class),
  /** 16 bit, -32768..32767, in {@code short[]}. */
  S16(2, short[].class),
  /** 16 bit, 0..65535, in {@code short[]}. */
  U16(2, short[].class),
  /** 32 bit, signed, in {@code int[]}. */
  S32(4, int[].class),
  /** 32 bit, unsigned, in {@code int[]}. */
  U32(4, int[].class),
  /** 64 bit, signed, in {@code long[]}. */
  S64(8, long[].class),
  /** 64 bit, unsigned, in {@code long[]}. */
  U64(8, long[].class),
  /** IEEE 754 single, in {@code float[]}. */
  F32(4, float[].class),
  /** IEEE 754 double, in {@code double[]}. */
  F64(8, double[].class);

  private final int bytes;
  private final Class<?> arrayType;

  SampleType(int bytes, Class<?> arrayType) {
    this.bytes = bytes;
    this.arrayType = arrayType;
  }

  /** Bytes of one sample. */
  public int bytes() {
    return bytes;
  }

  /** The class of the array that carries samples of this type. */
  public Class<?> arrayType() {
    return arrayType;
  }

  /** Whether samples are floating point, and so may be NaN or infinite. */
  public boolean isFloat() {
    return this == F32 || this == F64;
  }

  /** Smallest stored value: 0, or the smallest of a signed type; 0 for floats, by convention. */
  public double lowest() {
    return switch (this) {
      case S16 -> Short.MIN_VALUE;
      case S32 -> Integer.MIN_VALUE;
      case S64 -> Long.MIN_VALUE;
      default -> 0;
    };
  }

  /** Largest stored value; 1 for floats, by convention. */
  public double highest() {
    return switch (this) {
      case U8 -> 255;
      case S16 -> Short.MAX_VALUE;
      case U16 -> 65535;
      case S32 -> Integer.MAX_VALUE;
      case U32 -> 4294967295.0;
      case S64 -> Long.MAX_VALUE;
      case U64 -> 0x1p64;
      case F32, F64 -> 1;
    };
  }

  /** A new array of this type. Decoders allocate through {@link DecodeContext} instead. */
  Object newArray(int length) {
    return switch (this) {
      case U8 -> new byte[length];
      case S16, U16 -> new short[length];
      case S32, U32 -> new int[length];
      case S64, U64 -> new long[length];
      case F32 -> new float[length];
      case F64 -> new double[length];
    };
  }
}
