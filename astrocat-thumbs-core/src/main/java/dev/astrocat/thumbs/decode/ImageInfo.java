package dev.astrocat.thumbs.decode;

import dev.astrocat.thumbs.Decision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a decoder knows of an image before any pixel is read. Immutable; start with {@link #of} and
 * add what the file says.
 *
 * @param width stored columns
 * @param height stored rows
 * @param channels 1, or 3 for red, green and blue
 * @param type how samples are stored
 * @param scaling how stored samples become physical values
 * @param blank stored value that means "no data" (FITS 4.0 section 5.3); integers only
 * @param range physical values that the file can represent; the type's own when empty
 * @param nature what samples mean to an eye
 * @param orientation how the stored picture is turned, by EXIF and the like
 * @param rowOrder where the first stored row belongs
 * @param cfa filters over the pixels of a one-channel image that is not debayered
 * @param evidence what the file says about the kind of frame
 * @param decisions choices the decoder made, such as which HDU
 */
public record ImageInfo(
    int width,
    int height,
    int channels,
    SampleType type,
    Scaling scaling,
    OptionalLong blank,
    Optional<Range> range,
    PixelNature nature,
    Orientation orientation,
    RowOrder rowOrder,
    Optional<CfaPattern> cfa,
    List<Evidence> evidence,
    List<Decision> decisions) {

  /** Checks the numbers that everything behind relies on. */
  public ImageInfo {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "an image has pixels, this one is " + width + "x" + height);
    }
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("an image has 1 or 3 channels, not " + channels);
    }
    evidence = List.copyOf(evidence);
    decisions = List.copyOf(decisions);
  }

  /** An image of unknown nature, rows as stored, without anything special. */
  public static ImageInfo of(int width, int height, int channels, SampleType type) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        Scaling.IDENTITY,
        OptionalLong.empty(),
        Optional.empty(),
        PixelNature.UNKNOWN,
        Orientation.IDENTITY,
        RowOrder.UNSPECIFIED,
        Optional.empty(),
        List.of(),
        List.of());
  }

  /**
   * The physical values that the file can represent: as it says, else all of an integer type,
   * scaled, else 0..1. Finite, whatever the scaling.
   */
  public Range representableRange() {
    return range.orElseGet(
        () -> {
          double a = scaling.apply(type.lowest());
          double b = scaling.apply(type.highest());
          boolean usable = !type.isFloat() && Double.isFinite(a) && Double.isFinite(b);
          return !usable ? new Range(0, 1) : new Range(Math.min(a, b), Math.max(a, b));
        });
  }

  /** The same with another size, number of channels and type, for example after debayering. */
  public ImageInfo withShape(int newWidth, int newHeight, int newChannels, SampleType newType) {
    return new ImageInfo(
        newWidth,
        newHeight,
        newChannels,
        newType,
        scaling,
        blank,
        range,
        nature,
        orientation,
        rowOrder,
        cfa,
        evidence,
        decisions);
  }

  /** The same with a way to physical values. */
  public ImageInfo withScaling(Scaling value) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        value,
        blank,
        range,
        nature,
        orientation,
        rowOrder,
        cfa,
        evidence,
        decisions);
  }

  /** The same with a stored value that means "no data". */
  public ImageInfo withBlank(OptionalLong value) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        scaling,
        value,
        range,
        nature,
        orientation,
        rowOrder,
        cfa,
        evidence,
        decisions);
  }

  /** The same with a representable range. */
  public ImageInfo withRange(Range value) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        scaling,
        blank,
        Optional.of(value),
        nature,
        orientation,
        rowOrder,
        cfa,
        evidence,
        decisions);
  }

  /** The same with a meaning of its samples. */
  public ImageInfo withNature(PixelNature value) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        scaling,
        blank,
        range,
        value,
        orientation,
        rowOrder,
        cfa,
        evidence,
        decisions);
  }

  /** The same, turned. */
  public ImageInfo withOrientation(Orientation value) {
    return new ImageInfo(
        width, height, channels, type, scaling, blank, range, nature, value, rowOrder, cfa,
        evidence, decisions);
  }

  /** The same with a row order. */
  public ImageInfo withRowOrder(RowOrder value) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        scaling,
        blank,
        range,
        nature,
        orientation,
        value,
        cfa,
        evidence,
        decisions);
  }

  /** The same with filters over its pixels, or without. */
  public ImageInfo withCfa(Optional<CfaPattern> value) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        scaling,
        blank,
        range,
        nature,
        orientation,
        rowOrder,
        value,
        evidence,
        decisions);
  }

  /** The same with what the file says about the kind of frame. */
  public ImageInfo withEvidence(List<Evidence> value) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        scaling,
        blank,
        range,
        nature,
        orientation,
        rowOrder,
        cfa,
        value,
        decisions);
  }

  /** The same with one more choice of the decoder. */
  public ImageInfo withDecision(String name, String value, String reason) {
    return new ImageInfo(
        width,
        height,
        channels,
        type,
        scaling,
        blank,
        range,
        nature,
        orientation,
        rowOrder,
        cfa,
        evidence,
        Stream.concat(decisions.stream(), Stream.of(new Decision(name, value, reason))).toList());
  }
}
