package dev.astrocat.thumbs.encode;

import dev.astrocat.thumbs.OutputFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses an output format by what an HTTP client says it takes: the field {@code Accept} (RFC 9110
 * section 12.5.1). A host that answers by it also sends {@code Vary: Accept}. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * OutputFormat format =
 *     AcceptHeader.best(request.getHeader("Accept"), thumbnails.outputFormats());
 * }</pre>
 */
public final class AcceptHeader {

  private final List<MediaRange> ranges;

  private AcceptHeader(List<MediaRange> ranges) {
    this.ranges = ranges;
  }

  /**
   * The format of the highest weight; the most specific range that matches a format gives its
   * weight. Of equal weights WebP is chosen, then JPEG, then PNG; but WebP only where the header
   * names it: many clients that cannot show it say {@code image/*} or <code>*&#47;*</code>.
   *
   * @param header value of the field, several of them joined by commas; null if there is none
   * @param available what can be sent, such as {@code ThumbnailGenerator.outputFormats()}
   * @return JPEG where the header says nothing of use or takes none of what is available, if that
   *     has JPEG
   * @throws IllegalArgumentException if nothing is available
   */
  public static OutputFormat best(@Nullable String header, Collection<OutputFormat> available) {
    AcceptHeader accepted = parse(header == null ? "" : header);
    Comparator<OutputFormat> liking = Comparator.comparingDouble(accepted::weight);
    return available.stream()
        .max(liking.thenComparing(accepted::preference))
        .orElseThrow(() -> new IllegalArgumentException("there is no format to choose from"));
  }

  private static AcceptHeader parse(String header) {
    return new AcceptHeader(
        Stream.of(header.toLowerCase(Locale.ROOT).split(","))
            .map(MediaRange::parse)
            .flatMap(Optional::stream)
            .toList());
  }

  private double weight(OutputFormat format) {
    return range(format).map(MediaRange::weight).orElse(0.0);
  }

  private int preference(OutputFormat format) {
    return switch (format) {
      case JPEG -> 2;
      case PNG -> 1;
      case WEBP -> range(format).filter(MediaRange::isNamedAndWanted).isPresent() ? 3 : 0;
    };
  }

  /** The most specific range that matches; of several the weightiest. */
  private Optional<MediaRange> range(OutputFormat format) {
    return ranges.stream()
        .filter(range -> range.matches(format.mediaType()))
        .max(
            Comparator.comparingInt(MediaRange::specificity)
                .thenComparingDouble(MediaRange::weight));
  }
}
