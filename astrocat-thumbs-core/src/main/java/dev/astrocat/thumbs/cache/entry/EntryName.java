package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Rows;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.digest.Digests;
import dev.astrocat.thumbs.source.ImageSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of entries. An 800 px JPEG in the default look has the documented name, {@code
 * m31_a1b2c3d4_thumb.jpg}; what deviates stands behind it: {@code
 * m31_a1b2c3d4_thumb_320_pixinsight_0f1e2d3c.webp}, size, look and a digest of all other choices.
 *
 * <p>Whether it is a subframe is not in the name, since hosts know that of most images and change
 * it at times: then the new picture takes the old one's place.
 */
public final class EntryName {

  private static final int MAX_BYTES = 255;
  private static final int DIGITS = 8;

  private static final Pattern OURS =
      Pattern.compile(
          (".+_(?<source>[0-9a-f]{8})_(?:"
                  + "(?<thumb>thumb(?:_[0-9]{1,5})?(?:_(?:%s))?(?:_[0-9a-f]{8})?\\.(?:%s))"
                  + "|(?<curve>curve(?:_[0-9a-f]{8})?)"
                  + "|(?<failed>failed(?:_[0-9a-f]{8})?))")
              .formatted(looks(), extensions()),
          Pattern.DOTALL);

  private EntryName() {}

  /** The name of the entry for a request whose look is resolved. */
  public static String of(ThumbnailRequest request) {
    StringBuilder suffix = new StringBuilder(identified(request.source())).append("_thumb");
    if (request.size() != NamedSize.PAGE.pixels()) {
      suffix.append('_').append(request.size());
    }
    Look look = EntryKey.resolvedLook(request);
    if (look != Look.ASTROCAT) {
      suffix.append('_').append(lowerCase(look));
    }
    if (hasOtherChoices(request)) {
      suffix.append('_').append(Digests.sha256(EntryKey.otherChoices(request)), 0, DIGITS);
    }
    suffix.append('.').append(request.format().extension());
    return named(request.source(), suffix);
  }

  /**
   * The name of the tone curve of a source, {@code m31_a1b2c3d4_curve_0f1e2d3c}.
   *
   * @param choices SHA-256 of what tells it from other curves of the same source
   */
  static String ofCurve(ImageSource source, String choices) {
    return named(source, identified(source) + "_curve_" + choices.substring(0, DIGITS));
  }

  /**
   * The name of the failure of a source, {@code m31_a1b2c3d4_failed_0f1e2d3c}.
   *
   * @param choices SHA-256 of what tells it from other failures of the same source
   */
  static String ofFailure(ImageSource source, String choices) {
    return named(source, identified(source) + "_failed_" + choices.substring(0, DIGITS));
  }

  private static String identified(ImageSource source) {
    return "_" + sourceDigits(source.identity());
  }

  /** The digits by which the names of all entries of a source tell it from others. */
  static String sourceDigits(String identity) {
    return Digests.md5(identity).substring(0, DIGITS);
  }

  private static String named(ImageSource source, CharSequence suffix) {
    return Stem.of(source.name(), MAX_BYTES - suffix.length()) + suffix;
  }

  /** Whether a name is one that {@link #of} gives. */
  public static boolean isThumbnail(String name) {
    return kind(name).filter(kind -> kind == EntryKind.THUMBNAIL).isPresent();
  }

  /** What kind of entry a name is of; empty for files of other programs. */
  static Optional<EntryKind> kind(String name) {
    Matcher matcher = OURS.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group("thumb") != null) {
      return Optional.of(EntryKind.THUMBNAIL);
    }
    return Optional.of(matcher.group("curve") != null ? EntryKind.CURVE : EntryKind.FAILURE);
  }

  /** The {@link #sourceDigits} in a name; empty for files of other programs. */
  static Optional<String> sourceDigitsIn(String name) {
    Matcher matcher = OURS.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group("source")) : Optional.empty();
  }

  private static boolean hasOtherChoices(ThumbnailRequest request) {
    return request.stretch().isPresent()
        || request.linking().isPresent()
        || request.reduction().isPresent()
        || request.demosaic() != Demosaic.ON
        || request.rows() != Rows.AUTO
        || !request.selection().equals(ImageSelection.DEFAULT);
  }

  private static String looks() {
    return Arrays.stream(Look.values()).map(EntryName::lowerCase).collect(Collectors.joining("|"));
  }

  private static String extensions() {
    return Arrays.stream(OutputFormat.values())
        .map(OutputFormat::extension)
        .collect(Collectors.joining("|"));
  }

  private static String lowerCase(Look look) {
    return look.name().toLowerCase(Locale.ROOT);
  }
}
