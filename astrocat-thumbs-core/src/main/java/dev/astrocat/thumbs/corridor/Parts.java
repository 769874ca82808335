package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.RenderException;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.bands.Crew;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.measure.strategy.GivenLevels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a corridor is built of. Immutable.
 *
 * @param decoders formats that can be read
 * @param stretches strategies by id
 * @param encoders encoders by what they write
 * @param limits what one source may take
 * @param crew threads that one image may use
 */
public record Parts(
    Decoders decoders,
    Map<String, StretchStrategy> stretches,
    Map<OutputFormat, ThumbnailEncoder> encoders,
    Limits limits,
    Crew crew) {

  /** Puts strategies and encoders under their names; of two with one name the first counts. */
  public static Parts of(
      Decoders decoders,
      List<StretchStrategy> stretches,
      List<ThumbnailEncoder> encoders,
      Limits limits,
      Crew crew) {
    return new Parts(
        decoders,
        stretches.stream()
            .collect(
                Collectors.toMap(
                    StretchStrategy::id, Function.identity(), (a, b) -> a, TreeMap::new)),
        encoders.stream()
            .map(GuardedEncoder::new)
            .collect(
                Collectors.toMap(
                    ThumbnailEncoder::format, Function.identity(), (a, b) -> a, TreeMap::new)),
        limits,
        crew);
  }

  StretchStrategy stretch(StretchChoice choice) {
    if (choice instanceof StretchChoice.Levels levels) {
      return new GivenLevels(levels);
    }
    String id = choice.words();
    StretchStrategy strategy = stretches.get(id);
    if (strategy == null) {
      throw new RenderException(
          ErrorCode.STRETCH_FAILED,
          "there is no stretch " + id + "; there are " + String.join(", ", stretches.keySet()));
    }
    return strategy;
  }

  /** The limits, the decoders, and what those can do that were tried on a file. */
  public String abilities(List<String> tried) {
    return limits + " " + decoders.abilities(tried);
  }

  /** Formats whose encoder is ready, in the order of their constants. */
  public List<OutputFormat> outputFormats() {
    return encoders.values().stream()
        .filter(encoder -> encoder.availability().isReady())
        .map(ThumbnailEncoder::format)
        .toList();
  }

  /** The encoder of a format, ready to work. */
  public ThumbnailEncoder encoder(OutputFormat format) {
    ThumbnailEncoder encoder = encoders.get(format);
    if (encoder == null) {
      throw new RenderException(
          ErrorCode.OUTPUT_UNSUPPORTED,
          "nothing writes " + format + "; there are " + encoders.keySet());
    }
    Availability availability = encoder.availability();
    if (!availability.isReady()) {
      throw new RenderException(ErrorCode.OUTPUT_UNSUPPORTED, availability.detail());
    }
    return encoder;
  }
}
