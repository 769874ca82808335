package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Scenes as LibRaw shows them by default: linear light from black to a white that 1 % of the pixels
 * pass, then the curve of ITU-R BT.709. White is that of the brightest channel, so that colours
 * stay as they are; unlinked, each channel has its own. A constant image is black.
 *
 * <pre>{@code
 * white = max over channels of the 99th percentile, at least 1/256 of what the file can hold
 * r     = (x - black) / white
 * y     = 4.5 r below 0.018, else 1.099 r^0.45 - 0.099
 * }</pre>
 *
 * Source: LibRaw's defaults {@code auto_bright_thr = 0.01}, {@code gamm[0] = 0.45} and {@code
 * gamm[1] = 4.5}, of dcraw. These take the percentile from a histogram of 8,192 bins, this one the
 * exact one; on 16 bits the two differ by less than 8. Checked value: r = 0.018053968510807452, the
 * toe's end, gives 0.08124285829863354.
 */
public final class CameraStretch implements StretchStrategy {

  private static final double WHITE = 0.99;

  /** Darker frames stay dark: dcraw looks for white down to bin 32 of 8,192. */
  private static final double DARKEST_WHITE = 32.0 / 8192;

  @Override
  public String id() {
    return "camera";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    Range extent = statistics.joint().extent();
    List<Double> whites = whites(statistics, linking);
    double black = statistics.info().representableRange().low();
    boolean constant = extent.low() == extent.high();
    List<ChannelCurve> curves =
        whites.stream()
            .map(white -> constant ? extent : new Range(black, white))
            .map(range -> new ChannelCurve(range, 0, 1, new Transfer.Bt709()))
            .toList();
    return new Stretch(
        id(),
        new ToneCurve(curves),
        List.of(
            Figure.of("min", extent.low()),
            Figure.of("max", extent.high()),
            new Figure("white", whites)));
  }

  private static List<Double> whites(Statistics statistics, Linking linking) {
    Range range = statistics.info().representableRange();
    double darkest =
        range.low() * (1 - DARKEST_WHITE) + range.high() * DARKEST_WHITE; // no overflow
    double[] whites = new double[statistics.info().channels()];
    for (int c = 0; c < whites.length; c++) {
      whites[c] = Math.max(darkest, statistics.channel(c).quantiles(WHITE)[0]);
    }
    List<Double> each = Arrays.stream(whites).boxed().toList();
    return linking == Linking.UNLINKED ? each : List.of(Collections.max(each));
  }
}
