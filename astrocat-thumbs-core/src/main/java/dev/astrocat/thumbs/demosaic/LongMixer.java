package dev.astrocat.thumbs.demosaic;

import java.math.BigInteger;
import java.util.OptionalLong;

/** Means of 64-bit integers, whose sums need more than 64 bits. Rare, so plain. */
record LongMixer(OptionalLong blank, boolean unsigned) implements Mixer {

  @Override
  public void mix(Object samples, Object means, Run run) {
    long[] from = (long[]) samples;
    long[] to = (long[]) means;
    for (int i = 0; i < run.count(); i++) {
      to[run.to() + i * run.toStep()] = mean(from, run.from() + i * run.fromStep(), run.offsets());
    }
  }

  private long mean(long[] from, int block, int[] offsets) {
    BigInteger sum = BigInteger.ZERO;
    int count = 0;
    for (int offset : offsets) {
      long value = from[block + offset];
      if (blank.isEmpty() || value != blank.getAsLong()) {
        sum = sum.add(big(value));
        count++;
      }
    }
    return count == 0 ? from[block + offsets[0]] : roundedHalfUp(sum, count);
  }

  private BigInteger big(long value) {
    BigInteger signed = BigInteger.valueOf(value);
    return unsigned && value < 0 ? signed.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : signed;
  }

  private static long roundedHalfUp(BigInteger sum, int count) {
    BigInteger divisor = BigInteger.valueOf(2L * count);
    BigInteger shifted = sum.shiftLeft(1).add(BigInteger.valueOf(count));
    // Towards minus infinity: BigInteger divides towards zero.
    return shifted.subtract(shifted.mod(divisor)).divide(divisor).longValue();
  }
}
