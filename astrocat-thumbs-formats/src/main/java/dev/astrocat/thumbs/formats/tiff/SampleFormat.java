package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SampleType;

/**
 * How a sample is stored: tags BitsPerSample and SampleFormat (TIFF 6.0 section 19).
 *
 * @param bits 1 to 64
 * @param kind what the bits mean
 */
record SampleFormat(int bits, Kind kind) {

  /** Meanings of a sample's bits. */
  enum Kind {
    UNSIGNED,
    SIGNED,
    FLOAT
  }

  /** Combines both tags; a format of 4, "undefined", reads as unsigned. */
  static SampleFormat of(long bits, long format) {
    Kind kind =
        switch ((int) Math.min(format, 7)) {
          case 0, 1, 4 -> Kind.UNSIGNED;
          case 2 -> Kind.SIGNED;
          case 3 -> Kind.FLOAT;
          default ->
              throw DecodeException.unsupported(
                  "TIFF with sample format " + format + " (complex numbers) is not supported");
        };
    boolean known =
        kind == Kind.FLOAT
            ? bits == 16 || bits == 24 || bits == 32 || bits == 64
            : bits >= 1 && (bits <= 32 || bits == 64);
    if (!known) {
      throw DecodeException.unsupported("TIFF with samples of " + bits + " bits is not supported");
    }
    return new SampleFormat((int) bits, kind);
  }

  /** The type that carries such samples: half floats are widened, signed bytes too. */
  SampleType type() {
    return switch (kind) {
      case UNSIGNED ->
          bits <= 8
              ? SampleType.U8
              : bits <= 16 ? SampleType.U16 : bits <= 32 ? SampleType.U32 : SampleType.U64;
      case SIGNED -> bits <= 16 ? SampleType.S16 : bits <= 32 ? SampleType.S32 : SampleType.S64;
      case FLOAT -> bits <= 32 ? SampleType.F32 : SampleType.F64;
    };
  }

  /** Largest value of unsigned samples; 1 for floats. */
  double highest() {
    return switch (kind) {
      case UNSIGNED -> Math.pow(2, bits) - 1;
      case SIGNED -> Math.pow(2, bits - 1.0) - 1;
      case FLOAT -> 1;
    };
  }
}
