package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShuffledSamplesTest {

  private static final int SAMPLES = 10_007;

  /** Items of other sizes leave bytes over; reads begin and end anywhere, over several chunks. */
  @ParameterizedTest
  @CsvSource({
    "U8, 2",
    "U8, 7",
    "U16, 2",
    "U16, 3",
    "U16, 4",
    "U16, 20000",
    "U32, 4",
    "U32, 2",
    "U32, 8",
    "F32, 4",
    "U64, 8",
    "U64, 4",
    "U64, 5",
    "F64, 8"
  })
  void samplesAreThoseBeforeShuffling(SampleType type, int itemBytes) throws IOException {
    byte[] plain = new byte[SAMPLES * type.bytes()];
    new Random(itemBytes).nextBytes(plain);
    byte[] shuffled = Packing.shuffled(plain, itemBytes);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      long[] expected = new long[9_000];
      long[] found = new long[9_000];
      Object target = Array.newInstance(type.arrayType().getComponentType(), 9_001);
      new UnpackedSamples(plain, type, order).read(1_003, 9_000, target, 1);
      copy(target, type, expected);
      ShuffledSamples.of(shuffled, itemBytes, type, order).read(1_003, 9_000, target, 1);
      copy(target, type, found);
      assertThat(found).isEqualTo(expected);
      assertThat(expected[0]).isEqualTo(bits(plain, 1_003, type, order));
    }
  }

  private static void copy(Object samples, SampleType type, long[] bits) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] =
          switch (type) {
            case F32 -> Float.floatToRawIntBits(((float[]) samples)[i + 1]);
            case F64 -> Double.doubleToRawLongBits(((double[]) samples)[i + 1]);
            default -> Array.getLong(samples, i + 1);
          };
    }
  }

  private static long bits(byte[] plain, int sample, SampleType type, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.wrap(plain).order(order);
    int at = sample * type.bytes();
    return switch (type.bytes()) {
      case 1 -> bytes.get(at);
      case 2 -> bytes.getShort(at);
      case 4 -> bytes.getInt(at);
      default -> bytes.getLong(at);
    };
  }
}
