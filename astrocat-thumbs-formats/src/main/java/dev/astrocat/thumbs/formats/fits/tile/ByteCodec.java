package dev.astrocat.thumbs.formats.fits.tile;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.samples.SampleBytes;
import dev.astrocat.thumbs.formats.unpack.GzipBlock;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/**
 * Algorithms that keep the bytes of samples: gzip with or without bringing bytes of equal rank
 * together (FITS 4.0 sections 10.4.2 and 10.4.3), and none.
 */
record ByteCodec(Packing packing) implements TileCodec {

  /** How bytes are packed. */
  enum Packing {
    NONE,
    GZIP,
    SHUFFLED_GZIP
  }

  @Override
  public int workingBytesPerSample() {
    return 3 * Long.BYTES;
  }

  @Override
  public TileValues decode(PackedTile packed, int width, int lines, Meaning meaning)
      throws IOException {
    int samples = width * lines;
    ByteBuffer bytes = packing == Packing.NONE ? packed.buffer() : inflate(packed, samples);
    int sampleBytes = bytes.remaining() / samples;
    SampleType type = type(sampleBytes, meaning);
    if (bytes.remaining() != samples * (long) type.bytes()) {
      throw DecodeException.malformed(
          "FITS: a tile of " + samples + " samples inflates to " + bytes.remaining() + " bytes");
    }
    ByteBuffer ordered =
        packing == Packing.SHUFFLED_GZIP ? unshuffle(bytes, samples, sampleBytes) : bytes;
    Object array = Array.newInstance(type.arrayType().getComponentType(), samples);
    SampleBytes.copy(type, ordered, array, 0, samples);
    return toValues(type, array);
  }

  private static ByteBuffer inflate(PackedTile packed, int samples) throws IOException {
    long most = Math.min(samples * (long) Long.BYTES, Integer.MAX_VALUE - 8);
    byte[] inflated = new byte[(int) most];
    return ByteBuffer.wrap(inflated, 0, GzipBlock.inflate(packed.buffer(), inflated));
  }

  /** Writers store 8, 16, 32 or 64 bits a sample, whatever ZBITPIX says; the length tells. */
  private static SampleType type(int sampleBytes, Meaning meaning) {
    boolean floats = meaning == Meaning.FLOATING_POINT;
    return switch (sampleBytes) {
      case 2 -> SampleType.S16;
      case 4 -> floats ? SampleType.F32 : SampleType.S32;
      case 8 -> floats ? SampleType.F64 : SampleType.S64;
      default -> SampleType.U8;
    };
  }

  private static TileValues toValues(SampleType type, Object array) {
    return switch (type) {
      case S16 -> ints((short[]) array);
      case S32 -> new TileValues.Ints((int[]) array);
      case U8 -> ints((byte[]) array);
      default -> new TileValues.Samples(type, array);
    };
  }

  private static TileValues ints(short[] shorts) {
    int[] values = new int[shorts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = shorts[i];
    }
    return new TileValues.Ints(values);
  }

  private static TileValues ints(byte[] bytes) {
    int[] values = new int[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes[i] & 0xFF;
    }
    return new TileValues.Ints(values);
  }

  private static ByteBuffer unshuffle(ByteBuffer planes, int samples, int sampleBytes) {
    byte[] bytes = new byte[samples * sampleBytes];
    for (int rank = 0; rank < sampleBytes; rank++) {
      int from = rank * samples;
      for (int i = 0, to = rank; i < samples; i++, to += sampleBytes) {
        bytes[to] = planes.get(from + i);
      }
    }
    return ByteBuffer.wrap(bytes);
  }
}
