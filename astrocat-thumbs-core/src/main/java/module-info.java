import org.jspecify.annotations.NullMarked;

/**
 * The corridor from a source to a thumbnail, and the interfaces that formats, stretches, encoders,
 * caches and hosts implement. Start at {@link dev.astrocat.thumbs.ThumbnailGenerator}.
 */
@NullMarked
module dev.astrocat.thumbs.core {
  requires java.desktop;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.astrocat.thumbs;
  exports dev.astrocat.thumbs.admission;
  exports dev.astrocat.thumbs.source;
  exports dev.astrocat.thumbs.decode;
  exports dev.astrocat.thumbs.measure;
  exports dev.astrocat.thumbs.encode;
  exports dev.astrocat.thumbs.cache;
  exports dev.astrocat.thumbs.classify;
  exports dev.astrocat.thumbs.host;
  exports dev.astrocat.thumbs.placeholder;

  uses dev.astrocat.thumbs.decode.FormatDecoder;
  uses dev.astrocat.thumbs.encode.ThumbnailEncoder;
  uses dev.astrocat.thumbs.measure.StretchStrategy;

  provides dev.astrocat.thumbs.measure.StretchStrategy with
      dev.astrocat.thumbs.measure.strategy.AsinhStretch,
      dev.astrocat.thumbs.measure.strategy.AstrocatStretch,
      dev.astrocat.thumbs.measure.strategy.CameraStretch,
      dev.astrocat.thumbs.measure.strategy.MinMaxStretch,
      dev.astrocat.thumbs.measure.strategy.NoStretch,
      dev.astrocat.thumbs.measure.strategy.PercentileStretch,
      dev.astrocat.thumbs.measure.strategy.PixInsightBoostedStretch,
      dev.astrocat.thumbs.measure.strategy.PixInsightStretch,
      dev.astrocat.thumbs.measure.strategy.PixInsightUnlessBrightStretch,
      dev.astrocat.thumbs.measure.strategy.StoredCurveStretch,
      dev.astrocat.thumbs.measure.strategy.ZscaleStretch;
  provides dev.astrocat.thumbs.encode.ThumbnailEncoder with
      dev.astrocat.thumbs.encode.JpegEncoder,
      dev.astrocat.thumbs.encode.PngEncoder;
}
