package dev.astrocat.thumbs;

import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.measure.Stretch;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a thumbnail came about. Immutable.
 *
 * @param decoder id of the decoder
 * @param sourceWidth columns of the source as decoded, before debayering and turning
 * @param sourceHeight rows of the source
 * @param channels 1 for grey, 3 for colour
 * @param classification what kind of frame the source is, and why
 * @param stretch tone curve and its figures
 * @param decisions choices made on the way, in order, each with its reason
 */
public record ThumbnailReport(
    String decoder,
    int sourceWidth,
    int sourceHeight,
    int channels,
    Classification classification,
    Stretch stretch,
    List<Decision> decisions) {

  /** Copies the decisions. */
  public ThumbnailReport {
    decisions = List.copyOf(decisions);
  }

  ThumbnailReport withDecision(Decision decision) {
    List<Decision> all = Stream.concat(decisions.stream(), Stream.of(decision)).toList();
    return new ThumbnailReport(
        decoder, sourceWidth, sourceHeight, channels, classification, stretch, all);
  }
}
