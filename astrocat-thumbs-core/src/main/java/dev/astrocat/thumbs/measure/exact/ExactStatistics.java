package dev.astrocat.thumbs.measure.exact;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Statistics of an image, counted on demand by walking over it. */
public final class ExactStatistics implements Statistics {

  private final BandWalk walk;
  private final SampleKeys keys;
  private @Nullable SampleCounts counts;
  private @Nullable Distribution joint;
  private final @Nullable Distribution[] channels;

  /** Statistics of the image that the walk goes over. */
  public ExactStatistics(BandWalk walk) {
    this.walk = walk;
    this.keys = new SampleKeys(info());
    this.channels = new Distribution[info().channels()];
  }

  @Override
  public ImageInfo info() {
    return walk.source().info();
  }

  @Override
  public Distribution joint() {
    Distribution known = joint;
    return known != null ? known : (joint = distribution(0, info().channels()));
  }

  @Override
  public Distribution channel(int channel) {
    if (channels.length == 1) {
      return joint();
    }
    Distribution known = channels[channel];
    return known != null ? known : (channels[channel] = distribution(channel, channel + 1));
  }

  private Distribution distribution(int firstChannel, int endChannel) {
    SampleCounts counted = counts();
    return new BinnedDistribution(
        keys,
        counted.bins(firstChannel, endChannel),
        (bins, which) -> counted.split(bins, which, firstChannel, endChannel),
        (count, most) -> new StridedSample(walk, keys, firstChannel, endChannel, count).take(most));
  }

  private SampleCounts counts() {
    SampleCounts known = counts;
    if (known != null) {
      return known;
    }
    try {
      SampleCounts counted =
          info().type().bytes() <= 2 ? ValueCounts.count(walk, keys) : KeyCounts.count(walk, keys);
      counts = counted;
      return counted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
