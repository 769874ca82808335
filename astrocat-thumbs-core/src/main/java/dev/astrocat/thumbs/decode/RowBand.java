package dev.astrocat.thumbs.decode;

/**
 * A few rows of an image in the file's native sample type, one array per channel: the value of
 * channel {@code c} at column {@code x} of the band's row {@code r} is {@code shorts(c)[r * width +
 * x]} (or {@code bytes(c)}, {@code ints(c)}... by {@link #type()}). Reused from call to call; one
 * thread at a time.
 */
public final class RowBand {

  private final SampleType type;
  private final int width;
  private final int capacityRows;
  private final Object[] planes;

  /** A band for up to {@code capacityRows} rows of an image of that width. */
  public RowBand(SampleType type, int width, int channels, int capacityRows) {
    this.type = type;
    this.width = width;
    this.capacityRows = capacityRows;
    this.planes = new Object[channels];
    for (int c = 0; c < channels; c++) {
      planes[c] = type.newArray(Math.multiplyExact(width, capacityRows));
    }
  }

  /** The sample type, which decides on the arrays. */
  public SampleType type() {
    return type;
  }

  /** Columns of a row. */
  public int width() {
    return width;
  }

  /** Number of channels. */
  public int channels() {
    return planes.length;
  }

  /** Most rows that fit. */
  public int capacityRows() {
    return capacityRows;
  }

  /** The array of one channel, of class {@link SampleType#arrayType()}. */
  public Object plane(int channel) {
    return planes[channel];
  }

  /** Samples of a {@code U8} band. */
  public byte[] bytes(int channel) {
    return (byte[]) planes[channel];
  }

  /** Samples of an {@code S16} or {@code U16} band. */
  public short[] shorts(int channel) {
    return (short[]) planes[channel];
  }

  /** Samples of an {@code S32} or {@code U32} band. */
  public int[] ints(int channel) {
    return (int[]) planes[channel];
  }

  /** Samples of an {@code S64} or {@code U64} band. */
  public long[] longs(int channel) {
    return (long[]) planes[channel];
  }

  /** Samples of an {@code F32} band. */
  public float[] floats(int channel) {
    return (float[]) planes[channel];
  }

  /** Samples of an {@code F64} band. */
  public double[] doubles(int channel) {
    return (double[]) planes[channel];
  }
}
