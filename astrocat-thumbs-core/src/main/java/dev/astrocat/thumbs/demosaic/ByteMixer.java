package dev.astrocat.thumbs.demosaic;

import java.util.OptionalLong;

/** Means of unsigned bytes. */
record ByteMixer(OptionalLong blank) implements Mixer {

  @Override
  public void mix(Object samples, Object means, Run run) {
    byte[] from = (byte[]) samples;
    byte[] to = (byte[]) means;
    for (int i = 0; i < run.count(); i++) {
      to[run.to() + i * run.toStep()] = mean(from, run.from() + i * run.fromStep(), run.offsets());
    }
  }

  private byte mean(byte[] from, int block, int[] offsets) {
    long sum = 0;
    int count = 0;
    for (int offset : offsets) {
      long value = from[block + offset] & 0xFF;
      if (blank.isEmpty() || value != blank.getAsLong()) {
        sum += value;
        count++;
      }
    }
    // Without any sample left, the first one is the blank value itself.
    return count == 0 ? from[block + offsets[0]] : (byte) Mixer.mean(sum, count);
  }
}
