package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.classify.Finding;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Transfer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a picture looks as it does.
 *
 * @param sentences for people
 * @param decoder id of the decoder
 * @param sourceWidth columns of the source
 * @param sourceHeight rows of the source
 * @param channels 1 for grey, 3 for colour
 * @param kind what kind of frame it is
 * @param certainty how that is known
 * @param findings what the file says about it
 * @param stretch name, figures and points of the tone curve, a number a channel
 * @param decisions all choices, in order
 * @param histogram of linear values
 */
record ExplainBody(
    List<String> sentences,
    String decoder,
    int sourceWidth,
    int sourceHeight,
    int channels,
    String kind,
    String certainty,
    List<Finding> findings,
    Map<String, Object> stretch,
    List<Decision> decisions,
    LinearHistogram histogram) {

  static ExplainBody of(Thumbnail thumbnail) {
    ThumbnailReport report = thumbnail.report();
    return new ExplainBody(
        Sentences.of(report),
        report.decoder(),
        report.sourceWidth(),
        report.sourceHeight(),
        report.channels(),
        report.classification().kind().name(),
        report.classification().certainty().name(),
        report.classification().findings(),
        stretch(report.stretch()),
        report.decisions(),
        LinearHistogram.of(thumbnail));
  }

  private static Map<String, Object> stretch(Stretch stretch) {
    List<ChannelCurve> curves = stretch.curve().channels();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", stretch.name());
    stretch.figures().forEach(figure -> body.put(figure.name(), figure.values()));
    body.put("shadows", curves.stream().map(ChannelCurve::shadows).toList());
    body.put("midtones", curves.stream().map(curve -> midtones(curve.transfer())).toList());
    body.put("highlights", curves.stream().map(ChannelCurve::highlights).toList());
    return body;
  }

  /** A straight line is a midtones transfer of one half; other bends have no such number. */
  private static double midtones(Transfer transfer) {
    if (transfer instanceof Transfer.Midtones bend) {
      return bend.midtones();
    }
    return transfer instanceof Transfer.Display bend ? bend.midtones() : 0.5;
  }
}
