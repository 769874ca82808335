package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.classify.Certainty;
import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.classify.Finding;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.classify.PlateSolution;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.encode.JpegEncoder;
import dev.astrocat.thumbs.encode.PngEncoder;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources, reports and thumbnails as the corridor would hand them to the shelf. */
public final class TestThumbnails {

  /** The version of all sources here. */
  public static final SourceVersion VERSION = new SourceVersion("etag-1");

  /** The encoders of core. */
  public static final Map<OutputFormat, ThumbnailEncoder> ENCODERS =
      Map.of(OutputFormat.JPEG, new JpegEncoder(), OutputFormat.PNG, new PngEncoder());

  private TestThumbnails() {}

  /** An ordinary request for a source that never needs to be read. */
  public static ThumbnailRequest request(String identity, SourceVersion version) {
    ImageSource source =
        ImageSource.stream(
            identity,
            version,
            () -> {
              throw new IOException("the cache never opens a source");
            });
    return ThumbnailRequest.of(source).look(Look.ASTROCAT);
  }

  /** A report with hard texts and numbers; one bend for grey, or three. */
  public static ThumbnailReport report(Transfer... bends) {
    List<ChannelCurve> curves =
        List.of(bends).stream()
            .map(bend -> new ChannelCurve(new Range(-1.0 / 3, 65_535), 0.1 + 0.2, 1, bend))
            .toList();
    List<Figure> figures =
        List.of(
            Figure.of("median", Math.PI),
            new Figure("mad", List.of(Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY)),
            new Figure("none", List.of()));
    return new ThumbnailReport(
        "fits",
        6_248,
        4_176,
        3,
        new Classification(
            FrameKind.FLAT_DARK,
            Certainty.INFERRED,
            List.of(new Finding("HISTORY", "a|b\n\u00e9", "says", Finding.Bearing.CONTRADICTS)),
            PlateSolution.SOLVED),
        new Stretch("astrocat", new ToneCurve(curves), figures),
        List.of(
            new Decision("subframe", "yes", "the host says so"),
            new Decision("rows", "", "Zeile 1\nIMAGETYP = 'Hα|\\u0041' \uD83D\uDE00 = x")));
  }

  /** A picture as the corridor would hand it to the cache. */
  public static Thumbnail rendered(OutputFormat format, int width, int height) {
    try {
      byte[] bytes = ENCODERS.get(format).encode(TestPictures.ramp(width, height, 1));
      return new Thumbnail(
          bytes,
          format,
          width,
          height,
          report(new Transfer.Midtones(0.01)),
          Thumbnail.Origin.RENDERED,
          Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
