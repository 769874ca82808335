package dev.astrocat.thumbs.render;

/**
 * Adds rows of values to shares of columns, each value by how much of its pixel lies in the share;
 * what is not finite is left out, of the sum and of the weight. Immutable.
 */
final class ColumnMeans {

  private final int[] first;
  private final int[] last;
  private final double[] firstWeight;
  private final double[] lastWeight;
  private final double size;

  ColumnMeans(Shares columns) {
    int count = columns.count();
    first = new int[count];
    last = new int[count];
    firstWeight = new double[count];
    lastWeight = new double[count];
    size = columns.size();
    for (int x = 0; x < count; x++) {
      first[x] = columns.first(x);
      last[x] = columns.end(x) - 1;
      firstWeight[x] = columns.weight(x, first[x]);
      lastWeight[x] = last[x] > first[x] ? columns.weight(x, last[x]) : 0;
    }
  }

  /**
   * Adds a row.
   *
   * @param rowWeight how much of the row belongs to the line
   * @param sums weighted sums of the shares
   * @param weights weights in these sums
   */
  void add(double[] row, double rowWeight, double[] sums, double[] weights) {
    for (int x = 0; x < sums.length; x++) {
      double sum = firstWeight[x] * row[first[x]] + lastWeight[x] * row[last[x]];
      for (int i = first[x] + 1; i < last[x]; i++) {
        sum += row[i];
      }
      if (Double.isFinite(sum)) {
        sums[x] += rowWeight * sum;
        weights[x] += rowWeight * size;
      } else {
        addFinite(row, rowWeight, x, sums, weights);
      }
    }
  }

  private void addFinite(double[] row, double rowWeight, int x, double[] sums, double[] weights) {
    for (int i = first[x]; i <= last[x]; i++) {
      if (Double.isFinite(row[i])) {
        double inner = i < last[x] ? 1 : lastWeight[x];
        double weight = rowWeight * (i == first[x] ? firstWeight[x] : inner);
        sums[x] += weight * row[i];
        weights[x] += weight;
      }
    }
  }
}
