package dev.astrocat.thumbs.demosaic;

/** Means of double-precision numbers; NaN and infinities do not count. */
record DoubleMixer() implements Mixer {

  @Override
  public void mix(Object samples, Object means, Run run) {
    double[] from = (double[]) samples;
    double[] to = (double[]) means;
    for (int i = 0; i < run.count(); i++) {
      to[run.to() + i * run.toStep()] = mean(from, run.from() + i * run.fromStep(), run.offsets());
    }
  }

  private static double mean(double[] from, int block, int[] offsets) {
    double sum = 0;
    int count = 0;
    for (int offset : offsets) {
      double value = from[block + offset];
      if (Double.isFinite(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count; // 0 / 0 is NaN
  }
}
