package dev.astrocat.thumbs;

import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is wanted of a source. Immutable: each method gives a changed copy.
 *
 * @param source where the picture comes from
 * @param size longest side of the thumbnail in pixels; pictures are never enlarged
 * @param namedSize a size by its name, for which the generator's number of pixels takes the place
 *     of {@code size}
 * @param format output format
 * @param look bundle of choices; the generator's when empty
 * @param stretch how values become tones; the look's choice when empty
 * @param linking whether channels are stretched alike; the look's choice when empty
 * @param reduction whether it is reduced before or after the stretch; the look's choice when empty
 * @param subframe whether it is a single exposure
 * @param plateSolved what a plate solution means for that; the generator's choice when empty
 * @param demosaic what to do with a filter mosaic
 * @param rows which stored row is the top
 * @param selection which picture of a file with several
 * @param reuse what of an earlier attempt may answer it
 */
public record ThumbnailRequest(
    ImageSource source,
    int size,
    Optional<NamedSize> namedSize,
    OutputFormat format,
    Optional<Look> look,
    Optional<StretchChoice> stretch,
    Optional<Linking> linking,
    Optional<Reduction> reduction,
    Subframe subframe,
    Optional<PlateSolved> plateSolved,
    Demosaic demosaic,
    Rows rows,
    ImageSelection selection,
    Reuse reuse) {

  /** Smallest side that may be asked for. */
  public static final int MIN_SIZE = 1;

  /** Largest side that may be asked for. */
  public static final int MAX_SIZE = 16_384;

  /** Checks the size. */
  public ThumbnailRequest {
    requireSize(size);
  }

  static int requireSize(int size) {
    if (size < MIN_SIZE || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "a thumbnail has " + MIN_SIZE + " to " + MAX_SIZE + " pixels, not " + size);
    }
    return size;
  }

  /** A JPEG of the generator's {@link NamedSize#PAGE}, 800 px by default, in its look. */
  public static ThumbnailRequest of(ImageSource source) {
    return new ThumbnailRequest(
        source,
        NamedSize.PAGE.pixels(),
        Optional.of(NamedSize.PAGE),
        OutputFormat.JPEG,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Subframe.AUTO,
        Optional.empty(),
        Demosaic.ON,
        Rows.AUTO,
        ImageSelection.DEFAULT,
        Reuse.ALL);
  }

  /** The same of a file. */
  public static ThumbnailRequest of(Path file) {
    return of(ImageSource.of(file));
  }

  /** With a longest side in pixels. */
  public ThumbnailRequest size(int pixels) {
    Copy copy = new Copy(this);
    copy.size = pixels;
    copy.namedSize = Optional.empty();
    return copy.request();
  }

  /** With a named size, of as many pixels as the generator says. */
  public ThumbnailRequest size(NamedSize named) {
    Copy copy = new Copy(this);
    copy.size = named.pixels();
    copy.namedSize = Optional.of(named);
    return copy.request();
  }

  /** In another output format. */
  public ThumbnailRequest format(OutputFormat value) {
    Copy copy = new Copy(this);
    copy.format = value;
    return copy.request();
  }

  /** In a look of its own. */
  public ThumbnailRequest look(Look value) {
    Copy copy = new Copy(this);
    copy.look = Optional.of(value);
    return copy.request();
  }

  /** With a certain stretch strategy, whatever the look says. */
  public ThumbnailRequest stretch(String id) {
    return stretch(new StretchChoice.Named(id));
  }

  /** With a certain stretch, whatever the look says. */
  public ThumbnailRequest stretch(StretchChoice value) {
    Copy copy = new Copy(this);
    copy.stretch = Optional.of(value);
    return copy.request();
  }

  /** With channels stretched alike or apart, whatever the look says. */
  public ThumbnailRequest linking(Linking value) {
    Copy copy = new Copy(this);
    copy.linking = Optional.of(value);
    return copy.request();
  }

  /** Reduced before or after the stretch, whatever the look says. */
  public ThumbnailRequest reduction(Reduction value) {
    Copy copy = new Copy(this);
    copy.reduction = Optional.of(value);
    return copy.request();
  }

  /** With the host's knowledge of whether it is a single exposure. */
  public ThumbnailRequest subframe(Subframe value) {
    Copy copy = new Copy(this);
    copy.subframe = value;
    return copy.request();
  }

  /** With a meaning of plate solutions, whatever the generator's is. */
  public ThumbnailRequest plateSolved(PlateSolved value) {
    Copy copy = new Copy(this);
    copy.plateSolved = Optional.of(value);
    return copy.request();
  }

  /** With or without debayering. */
  public ThumbnailRequest demosaic(Demosaic value) {
    Copy copy = new Copy(this);
    copy.demosaic = value;
    return copy.request();
  }

  /** With a certain row on top. */
  public ThumbnailRequest rows(Rows value) {
    Copy copy = new Copy(this);
    copy.rows = value;
    return copy.request();
  }

  /** With one picture of several. */
  public ThumbnailRequest selection(ImageSelection value) {
    Copy copy = new Copy(this);
    copy.selection = value;
    return copy.request();
  }

  /** With or without what is kept of an earlier attempt. */
  public ThumbnailRequest reuse(Reuse value) {
    Copy copy = new Copy(this);
    copy.reuse = value;
    return copy.request();
  }

  /** The components, one of which is going to be another. */
  private static final class Copy {

    private final ImageSource source;
    private int size;
    private Optional<NamedSize> namedSize;
    private OutputFormat format;
    private Optional<Look> look;
    private Optional<StretchChoice> stretch;
    private Optional<Linking> linking;
    private Optional<Reduction> reduction;
    private Subframe subframe;
    private Optional<PlateSolved> plateSolved;
    private Demosaic demosaic;
    private Rows rows;
    private ImageSelection selection;
    private Reuse reuse;

    Copy(ThumbnailRequest from) {
      source = from.source;
      size = from.size;
      namedSize = from.namedSize;
      format = from.format;
      look = from.look;
      stretch = from.stretch;
      linking = from.linking;
      reduction = from.reduction;
      subframe = from.subframe;
      plateSolved = from.plateSolved;
      demosaic = from.demosaic;
      rows = from.rows;
      selection = from.selection;
      reuse = from.reuse;
    }

    ThumbnailRequest request() {
      return new ThumbnailRequest(
          source,
          size,
          namedSize,
          format,
          look,
          stretch,
          linking,
          reduction,
          subframe,
          plateSolved,
          demosaic,
          rows,
          selection,
          reuse);
    }
  }
}
