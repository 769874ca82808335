package dev.astrocat.thumbs.demosaic;

import java.util.OptionalLong;

/** Means of 16-bit integers, the type of most cameras; {@code mask} takes the sign away. */
record ShortMixer(OptionalLong blank, int mask) implements Mixer {

  @Override
  public void mix(Object samples, Object means, Run run) {
    short[] from = (short[]) samples;
    short[] to = (short[]) means;
    boolean bayer = run.toStep() == 1 && run.offsets().length <= 2;
    if (bayer && run.offsets().length == 1) {
      copy(from, to, run);
    } else if (bayer && blank.isEmpty()) {
      pairs(from, to, run);
    } else {
      for (int i = 0; i < run.count(); i++) {
        to[run.to() + i * run.toStep()] =
            mean(from, run.from() + i * run.fromStep(), run.offsets());
      }
    }
  }

  private static void copy(short[] from, short[] to, Run run) {
    int at = run.from() + run.offsets()[0];
    int step = run.fromStep();
    for (int i = 0; i < run.count(); i++) {
      to[run.to() + i] = from[at + i * step];
    }
  }

  private void pairs(short[] from, short[] to, Run run) {
    int a = run.from() + run.offsets()[0];
    int b = run.from() + run.offsets()[1];
    int step = run.fromStep();
    for (int i = 0; i < run.count(); i++) {
      int sum = (from[a + i * step] & mask) + (from[b + i * step] & mask);
      to[run.to() + i] = (short) ((sum + 1) >> 1);
    }
  }

  private short mean(short[] from, int block, int[] offsets) {
    long sum = 0;
    int count = 0;
    for (int offset : offsets) {
      int value = from[block + offset] & mask;
      if (blank.isEmpty() || value != blank.getAsLong()) {
        sum += value;
        count++;
      }
    }
    // Without any sample left, the first one is the blank value itself.
    return count == 0 ? from[block + offsets[0]] : (short) Mixer.mean(sum, count);
  }
}
