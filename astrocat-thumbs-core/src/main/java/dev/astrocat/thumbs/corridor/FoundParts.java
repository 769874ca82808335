package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.encode.JpegEncoder;
import dev.astrocat.thumbs.encode.PngEncoder;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.strategy.AsinhStretch;
import dev.astrocat.thumbs.measure.strategy.AstrocatStretch;
import dev.astrocat.thumbs.measure.strategy.CameraStretch;
import dev.astrocat.thumbs.measure.strategy.MinMaxStretch;
import dev.astrocat.thumbs.measure.strategy.NoStretch;
import dev.astrocat.thumbs.measure.strategy.PercentileStretch;
import dev.astrocat.thumbs.measure.strategy.PixInsightBoostedStretch;
import dev.astrocat.thumbs.measure.strategy.PixInsightStretch;
import dev.astrocat.thumbs.measure.strategy.PixInsightUnlessBrightStretch;
import dev.astrocat.thumbs.measure.strategy.StoredCurveStretch;
import dev.astrocat.thumbs.measure.strategy.ZscaleStretch;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is there without being asked for: the library's own stretches and encoders, which need no
 * service file, and whatever the {@link ServiceLoader} finds.
 *
 * @param loader where services are looked for
 */
public record FoundParts(ClassLoader loader) {

  private static final Logger log = LoggerFactory.getLogger(FoundParts.class);

  /** Is there where the formats are, whether their service file is or not. */
  private static final String FORMATS = "dev.astrocat.thumbs.formats.";

  /** Stretches, the library's own last. */
  public List<StretchStrategy> stretches() {
    return foundBefore(
        StretchStrategy.class,
        List.of(
            new AsinhStretch(),
            new AstrocatStretch(),
            new CameraStretch(),
            new MinMaxStretch(),
            new NoStretch(),
            new PercentileStretch(),
            new PixInsightBoostedStretch(),
            new PixInsightStretch(),
            new PixInsightUnlessBrightStretch(),
            new StoredCurveStretch(),
            new ZscaleStretch()));
  }

  /** Encoders, the library's own last. */
  public List<ThumbnailEncoder> encoders() {
    return foundBefore(ThumbnailEncoder.class, List.of(new JpegEncoder(), new PngEncoder()));
  }

  /** Decoders, but for those whose ids are taken. */
  public List<FormatDecoder> decodersBeside(Collection<FormatDecoder> given) {
    Set<String> taken = given.stream().map(FormatDecoder::id).collect(Collectors.toSet());
    List<FormatDecoder> found = foundBefore(FormatDecoder.class, List.of());
    warnOfLostServices(found);
    return found.stream().filter(decoder -> !taken.contains(decoder.id())).toList();
  }

  private <S> List<S> foundBefore(Class<S> type, List<S> own) {
    Stream<S> found = ServiceLoader.load(type, loader).stream().map(ServiceLoader.Provider::get);
    return Stream.concat(found, own.stream()).toList();
  }

  /**
   * A jar that is made of several keeps one service file of each name, unless told to join them.
   */
  private void warnOfLostServices(List<FormatDecoder> found) {
    boolean areFound = found.stream().anyMatch(d -> d.getClass().getName().startsWith(FORMATS));
    String path = FORMATS.replace('.', '/') + "fits/FitsDecoder.class";
    if (!areFound && loader.getResource(path) != null) {
      log.warn(
          "the classes of astrocat-thumbs-formats are here, but not its service files, so most"
              + " formats are missing; if a jar was made of several, join the files in"
              + " META-INF/services: with the ServicesResourceTransformer of maven-shade-plugin, or"
              + " mergeServiceFiles() of Gradle's Shadow plugin");
    }
  }
}
