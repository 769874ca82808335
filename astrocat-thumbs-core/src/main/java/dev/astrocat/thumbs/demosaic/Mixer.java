package dev.astrocat.thumbs.demosaic;

import dev.astrocat.thumbs.decode.SampleType;
import java.util.OptionalLong;

/** Means of samples of one type, over a whole row of blocks. Immutable. */
interface Mixer {

  /**
   * Which samples become which means.
   *
   * @param offsets of the samples of one mean, relative to its block
   * @param from index of the first block's first sample
   * @param fromStep samples from block to block
   * @param to index of the first mean
   * @param toStep means from one to the next
   * @param count number of means
   */
  record Run(int[] offsets, int from, int fromStep, int to, int toStep, int count) {}

  /** Writes the means of {@code samples} into {@code means}, arrays of the mixer's type. */
  void mix(Object samples, Object means, Run run);

  /** The mixer for a sample type. */
  static Mixer of(SampleType type, OptionalLong blank) {
    return switch (type) {
      case U8 -> new ByteMixer(blank);
      case S16 -> new ShortMixer(blank, -1);
      case U16 -> new ShortMixer(blank, 0xFFFF);
      case S32 -> new IntMixer(blank, -1);
      case U32 -> new IntMixer(blank, 0xFFFFFFFFL);
      case S64, U64 -> new LongMixer(blank, type == SampleType.U64);
      case F32 -> new FloatMixer();
      case F64 -> new DoubleMixer();
    };
  }

  /** The mean of integers, halves rounded up. */
  static long mean(long sum, int count) {
    return count == 1 ? sum : Math.floorDiv(2 * sum + count, 2L * count);
  }
}
