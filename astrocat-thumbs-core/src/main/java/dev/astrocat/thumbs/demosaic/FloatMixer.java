package dev.astrocat.thumbs.demosaic;

/** Means of single-precision numbers; NaN and infinities do not count. */
record FloatMixer() implements Mixer {

  @Override
  public void mix(Object samples, Object means, Run run) {
    float[] from = (float[]) samples;
    float[] to = (float[]) means;
    for (int i = 0; i < run.count(); i++) {
      to[run.to() + i * run.toStep()] = mean(from, run.from() + i * run.fromStep(), run.offsets());
    }
  }

  private static float mean(float[] from, int block, int[] offsets) {
    double sum = 0;
    int count = 0;
    for (int offset : offsets) {
      float value = from[block + offset];
      if (Float.isFinite(value)) {
        sum += value;
        count++;
      }
    }
    return (float) (sum / count); // 0 / 0 is NaN
  }
}
