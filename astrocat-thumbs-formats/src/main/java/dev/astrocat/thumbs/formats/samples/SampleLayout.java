package dev.astrocat.thumbs.formats.samples;

/**
 * Where the samples of an image lie in the order in which they are stored: the one of channel
 * {@code c} at column {@code x} of a row is {@code firstSample(c, row) + x * step()}. Immutable.
 */
public interface SampleLayout {

  /** Index of the first sample of a row; rises with the channel. */
  long firstSample(int channel, long row);

  /** Samples from one column to the next: 1 where rows are stored without gaps. */
  long step();
}
