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
 * @param cfa filters over the pixels of a one-channel image; of three channels, the filters that
 *     their colours were made of
 * @param storedStretch how the file itself wants to be shown
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
    Optional<StoredStretch> storedStretch,
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
    Copy copy = new Copy(this);
    copy.width = newWidth;
    copy.height = newHeight;
    copy.channels = newChannels;
    copy.type = newType;
    return copy.info();
  }

  /** The same with a way to physical values. */
  public ImageInfo withScaling(Scaling value) {
    Copy copy = new Copy(this);
    copy.scaling = value;
    return copy.info();
  }

  /** The same with a stored value that means "no data". */
  public ImageInfo withBlank(OptionalLong value) {
    Copy copy = new Copy(this);
    copy.blank = value;
    return copy.info();
  }

  /** The same with a representable range. */
  public ImageInfo withRange(Range value) {
    Copy copy = new Copy(this);
    copy.range = Optional.of(value);
    return copy.info();
  }

  /** The same with a meaning of its samples. */
  public ImageInfo withNature(PixelNature value) {
    Copy copy = new Copy(this);
    copy.nature = value;
    return copy.info();
  }

  /** The same, turned. */
  public ImageInfo withOrientation(Orientation value) {
    Copy copy = new Copy(this);
    copy.orientation = value;
    return copy.info();
  }

  /** The same with a row order. */
  public ImageInfo withRowOrder(RowOrder value) {
    Copy copy = new Copy(this);
    copy.rowOrder = value;
    return copy.info();
  }

  /** The same with filters over its pixels, or without. */
  public ImageInfo withCfa(Optional<CfaPattern> value) {
    Copy copy = new Copy(this);
    copy.cfa = value;
    return copy.info();
  }

  /** The same with the file's own way to be shown. */
  public ImageInfo withStoredStretch(StoredStretch value) {
    Copy copy = new Copy(this);
    copy.storedStretch = Optional.of(value);
    return copy.info();
  }

  /** The same with what the file says about the kind of frame. */
  public ImageInfo withEvidence(List<Evidence> value) {
    Copy copy = new Copy(this);
    copy.evidence = value;
    return copy.info();
  }

  /** The same with one more choice of the decoder. */
  public ImageInfo withDecision(String name, String value, String reason) {
    Copy copy = new Copy(this);
    Decision decision = new Decision(name, value, reason);
    copy.decisions = Stream.concat(decisions.stream(), Stream.of(decision)).toList();
    return copy.info();
  }

  /** The components, one of which is going to be another. */
  private static final class Copy {

    private int width;
    private int height;
    private int channels;
    private SampleType type;
    private Scaling scaling;
    private OptionalLong blank;
    private Optional<Range> range;
    private PixelNature nature;
    private Orientation orientation;
    private RowOrder rowOrder;
    private Optional<CfaPattern> cfa;
    private Optional<StoredStretch> storedStretch;
    private List<Evidence> evidence;
    private List<Decision> decisions;

    Copy(ImageInfo from) {
      width = from.width;
      height = from.height;
      channels = from.channels;
      type = from.type;
      scaling = from.scaling;
      blank = from.blank;
      range = from.range;
      nature = from.nature;
      orientation = from.orientation;
      rowOrder = from.rowOrder;
      cfa = from.cfa;
      storedStretch = from.storedStretch;
      evidence = from.evidence;
      decisions = from.decisions;
    }

    ImageInfo info() {
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
          storedStretch,
          evidence,
          decisions);
    }
  }
}
