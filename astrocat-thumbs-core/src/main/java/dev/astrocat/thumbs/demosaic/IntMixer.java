package dev.astrocat.thumbs.demosaic;

import java.util.OptionalLong;

/** Means of 32-bit integers; {@code mask} takes the sign away where there is none. */
record IntMixer(OptionalLong blank, long mask) implements Mixer {

  @Override
  public void mix(Object samples, Object means, Run run) {
    int[] from = (int[]) samples;
    int[] to = (int[]) means;
    for (int i = 0; i < run.count(); i++) {
      to[run.to() + i * run.toStep()] = mean(from, run.from() + i * run.fromStep(), run.offsets());
    }
  }

  private int mean(int[] from, int block, int[] offsets) {
    long sum = 0;
    int count = 0;
    for (int offset : offsets) {
      long value = from[block + offset] & mask;
      if (blank.isEmpty() || value != blank.getAsLong()) {
        sum += value;
        count++;
      }
    }
    // Without any sample left, the first one is the blank value itself.
    return count == 0 ? from[block + offsets[0]] : (int) Mixer.mean(sum, count);
  }
}
