package dev.astrocat.thumbs.measure.exact;

import java.io.IOException;

/** What a first pass over an image counted, channel by channel. */
interface SampleCounts {

  /** The finite samples of some channels, without blanks. */
  Bins bins(int firstChannel, int endChannel);

  /** Splits bins of those channels by another pass. */
  Bins[] split(Bins bins, int[] which, int firstChannel, int endChannel) throws IOException;
}
