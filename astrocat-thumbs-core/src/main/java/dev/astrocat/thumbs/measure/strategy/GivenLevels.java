package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import java.util.List;

/**
 * Shadows, midtones and highlights that a person has set, over the file's nominal range, the same
 * for all channels. Reads pixels only where the file does not declare that range. Immutable.
 *
 * @param levels the points
 */
public record GivenLevels(StretchChoice.Levels levels) implements StretchStrategy {

  @Override
  public String id() {
    return "levels";
  }

  @Override
  public Stretch measure(Statistics statistics, Linking linking) {
    NominalRange nominal = NominalRange.of(statistics);
    Range range = nominal.range();
    ChannelCurve curve =
        new ChannelCurve(
            range, levels.shadows(), levels.highlights(), Transfer.Display.of(levels.midtones()));
    return new Stretch(
        id(),
        ToneCurve.linked(curve),
        List.of(
            Figure.of("min", range.low()),
            Figure.of("max", range.high()),
            Figure.of("c0", levels.shadows()),
            Figure.of("m", levels.midtones()),
            Figure.of("h", levels.highlights())),
        nominal.decisions());
  }
}
