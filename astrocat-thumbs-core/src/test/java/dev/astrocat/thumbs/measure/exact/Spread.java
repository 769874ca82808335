package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.testing.TestSamples;
import java.util.Random;

/** Ways in which samples can be spread, among them those that histograms find hard. */
enum Spread {
  /** Any bits at all: of floats also NaN, infinities, denormals and both zeros. */
  ANY_BITS {
    @Override
    long bits(Random random, SampleType type) {
      return random.nextLong();
    }
  },
  /** A background with noise, and a few bright samples. */
  SKY {
    @Override
    long bits(Random random, SampleType type) {
      double value = 900 + 30 * random.nextGaussian();
      return ofNumber(type, random.nextInt(50) == 0 ? value * 60 : value);
    }
  },
  /** Few values, so that most samples are equal to others. */
  TIES {
    @Override
    long bits(Random random, SampleType type) {
      return ofNumber(type, 15 + random.nextInt(4));
    }
  },
  /** More than half of the samples are 0, the rest is sky. */
  HALF_ZEROS {
    @Override
    long bits(Random random, SampleType type) {
      return random.nextInt(100) < 51 ? 0 : SKY.bits(random, type);
    }
  },
  /** Two narrow clusters far apart, so that the median deviation is uncertain. */
  TWO_CLUSTERS {
    @Override
    long bits(Random random, SampleType type) {
      return ofNumber(type, (random.nextBoolean() ? 3 : 60_000) + random.nextDouble());
    }
  },
  /** A narrow cluster and a wide spread, half of the samples each. */
  NARROW_AND_WIDE {
    @Override
    long bits(Random random, SampleType type) {
      return random.nextBoolean()
          ? ofNumber(type, 100 + random.nextDouble())
          : random.nextLong() & (type.isFloat() ? ~(3L << (type.bytes() * 8 - 3)) : -1L);
    }
  },
  /** Sky with some of the largest numbers that there are. */
  OUTLIERS {
    @Override
    long bits(Random random, SampleType type) {
      long largest = type == SampleType.F32 ? 0x7f7fffffL : 0x7fefffffffffffffL;
      return random.nextInt(40) == 0 ? largest : SKY.bits(random, type);
    }
  },
  /** Floats that are smaller than the smallest normal one; small integers. */
  DENORMALS {
    @Override
    long bits(Random random, SampleType type) {
      return random.nextInt(10_000);
    }
  },
  /** Floats with the lowest and the highest exponents, of both signs. */
  HUGE {
    @Override
    long bits(Random random, SampleType type) {
      double sign = random.nextBoolean() ? 1 : -1;
      double huge = type == SampleType.F32 ? 3e38 : 1.7e308;
      return ofNumber(type, sign * huge * (random.nextInt(5) == 0 ? random.nextDouble() : 1));
    }
  },
  /** All samples equal. */
  CONSTANT {
    @Override
    long bits(Random random, SampleType type) {
      return ofNumber(type, 42);
    }
  },
  /** One sample in a hundred is a number. */
  MOSTLY_NAN {
    @Override
    long bits(Random random, SampleType type) {
      boolean number = random.nextInt(100) == 0;
      return ofNumber(type, number ? random.nextGaussian() : Double.NaN);
    }
  },
  /** Both zeros, and what lies next to them. */
  ZEROS {
    @Override
    long bits(Random random, SampleType type) {
      double[] values = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-45, -1e-45};
      return ofNumber(type, values[random.nextInt(values.length)]);
    }
  };

  abstract long bits(Random random, SampleType type);

  Object plane(Random random, SampleType type, int samples) {
    return TestSamples.ofBits(type, random.longs(samples).map(s -> bits(random, type)).toArray());
  }

  private static long ofNumber(SampleType type, double number) {
    return switch (type) {
      case F32 -> Float.floatToRawIntBits((float) number);
      case F64 -> Double.doubleToRawLongBits(number);
      default -> (long) number;
    };
  }
}
