package dev.astrocat.thumbs.measure;

import java.util.List;

/**
 * How samples become what is seen: one curve for all channels, or one for each. Plain numbers, so
 * that it can be kept and used again for another size. Immutable.
 *
 * @param channels one curve, or three
 */
public record ToneCurve(List<ChannelCurve> channels) {

  /** Checks the number of curves. */
  public ToneCurve {
    channels = List.copyOf(channels);
    if (channels.size() != 1 && channels.size() != 3) {
      throw new IllegalArgumentException("1 or 3 curves, not " + channels.size());
    }
  }

  /** One curve for all channels. */
  public static ToneCurve linked(ChannelCurve curve) {
    return new ToneCurve(List.of(curve));
  }

  /** The curve of a channel. */
  public ChannelCurve channel(int channel) {
    return channels.get(channels.size() == 1 ? 0 : channel);
  }
}
