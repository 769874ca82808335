package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.measure.Distribution;
import dev.astrocat.thumbs.measure.Statistics;
import java.util.function.Function;

/** How a strategy finds one curve for all channels, and one for a single channel. */
interface CurveFit {

  /** One curve for all channels. */
  Fitted linked();

  /** The curve of one channel, which has at least one finite sample. */
  Fitted channel(int channel);

  /** A fit to any distribution: that of all channels together, or of one. */
  static CurveFit of(Statistics statistics, Function<Distribution, Fitted> fit) {
    return new CurveFit() {
      @Override
      public Fitted linked() {
        return fit.apply(statistics.joint());
      }

      @Override
      public Fitted channel(int channel) {
        return fit.apply(statistics.channel(channel));
      }
    };
  }
}
