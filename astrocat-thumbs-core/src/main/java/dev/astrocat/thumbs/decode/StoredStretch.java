package dev.astrocat.thumbs.decode;

import java.util.List;

/** How a file itself wants to be shown. Immutable. */
public sealed interface StoredStretch {

  /**
   * XISF's DisplayFunction (XISF 1.0 specification, section 8.5.6), in values normalised by {@link
   * ImageInfo#representableRange()}.
   *
   * @param channels one a channel of the image
   */
  record DisplayFunction(List<Channel> channels) implements StoredStretch {

    /** Copies the channels. */
    public DisplayFunction {
      channels = List.copyOf(channels);
      if (channels.size() != 1 && channels.size() != 3) {
        throw new IllegalArgumentException("1 or 3 channels, not " + channels.size());
      }
    }
  }

  /**
   * The display function of one channel: clip to shadows and highlights, midtones transfer, expand.
   *
   * @param midtones m, 0..1
   * @param shadows s, 0..1, at most {@code highlights}
   * @param highlights h, 0..1
   * @param low l, at most 0: what becomes black after the transfer
   * @param high r, at least 1: what becomes white after the transfer
   */
  record Channel(double midtones, double shadows, double highlights, double low, double high) {

    /** Checks the order of the points. */
    public Channel {
      boolean sound =
          midtones >= 0
              && midtones <= 1
              && shadows >= 0
              && shadows <= highlights
              && highlights <= 1
              && low <= 0
              && high >= 1
              && high - low < Double.POSITIVE_INFINITY;
      if (!sound) {
        throw new IllegalArgumentException(
            "no display function: m %s s %s h %s l %s r %s"
                .formatted(midtones, shadows, highlights, low, high));
      }
    }
  }

  /**
   * Black and white point in physical values, straight between: FITS {@code CBLACK} and {@code
   * CWHITE}, {@code MIPS-LO} and {@code MIPS-HI}, {@code DATAMIN} and {@code DATAMAX}.
   *
   * @param keywords where the points are from, for the report
   * @param points black and white
   */
  record Window(String keywords, Range points) implements StoredStretch {}
}
