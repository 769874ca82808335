package dev.astrocat.thumbs;

import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a source. Immutable: each method with a value gives a changed copy.
 *
 * <pre>{@code
 * ThumbnailRequest.of(Path.of("m31.fits")).subframe(Subframe.YES).size(NamedSize.CARD)
 * }</pre>
 */
public final class ThumbnailRequest {

  /** Smallest side that may be asked for. */
  public static final int MIN_SIZE = 1;

  /** Largest side that may be asked for. */
  public static final int MAX_SIZE = 16_384;

  private final ImageSource source;
  private final int size;
  private final Optional<NamedSize> namedSize;
  private final OutputFormat format;
  private final Optional<Look> look;
  private final Optional<StretchChoice> stretch;
  private final Optional<Linking> linking;
  private final Optional<Reduction> reduction;
  private final Subframe subframe;
  private final Optional<PlateSolved> plateSolved;
  private final Demosaic demosaic;
  private final Rows rows;
  private final ImageSelection selection;
  private final Reuse reuse;
  private final Priority priority;
  private final Optional<Duration> longestWait;

  private ThumbnailRequest(Draft draft) {
    source = draft.source;
    size = draft.size;
    namedSize = draft.namedSize;
    format = draft.format;
    look = draft.look;
    stretch = draft.stretch;
    linking = draft.linking;
    reduction = draft.reduction;
    subframe = draft.subframe;
    plateSolved = draft.plateSolved;
    demosaic = draft.demosaic;
    rows = draft.rows;
    selection = draft.selection;
    reuse = draft.reuse;
    priority = draft.priority;
    longestWait = draft.longestWait;
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
    return new ThumbnailRequest(new Draft(source));
  }

  /** The same of a file. */
  public static ThumbnailRequest of(Path file) {
    return of(ImageSource.of(file));
  }

  /** Where the picture comes from. */
  public ImageSource source() {
    return source;
  }

  /** Longest side of the thumbnail in pixels; pictures are never enlarged. */
  public int size() {
    return size;
  }

  /**
   * A size by its name, for which the generator's number of pixels takes the place of {@link
   * #size()}.
   */
  public Optional<NamedSize> namedSize() {
    return namedSize;
  }

  /** Output format. */
  public OutputFormat format() {
    return format;
  }

  /** Bundle of choices; the generator's when empty. */
  public Optional<Look> look() {
    return look;
  }

  /** How values become tones; the look's choice when empty. */
  public Optional<StretchChoice> stretch() {
    return stretch;
  }

  /** Whether channels are stretched alike; the look's choice when empty. */
  public Optional<Linking> linking() {
    return linking;
  }

  /** Whether it is reduced before or after the stretch; the look's choice when empty. */
  public Optional<Reduction> reduction() {
    return reduction;
  }

  /** Whether it is a single exposure. */
  public Subframe subframe() {
    return subframe;
  }

  /** What a plate solution means for that; the generator's choice when empty. */
  public Optional<PlateSolved> plateSolved() {
    return plateSolved;
  }

  /** What to do with a filter mosaic. */
  public Demosaic demosaic() {
    return demosaic;
  }

  /** Which stored row is the top. */
  public Rows rows() {
    return rows;
  }

  /** Which picture of a file with several. */
  public ImageSelection selection() {
    return selection;
  }

  /** What of an earlier attempt may answer it. */
  public Reuse reuse() {
    return reuse;
  }

  /** Who waits for it, which decides who goes first. */
  public Priority priority() {
    return priority;
  }

  /** How long it waits at most while others are decoded; as long as it takes when empty. */
  public Optional<Duration> longestWait() {
    return longestWait;
  }

  /**
   * With a longest side in pixels.
   *
   * @throws IllegalArgumentException outside of {@value #MIN_SIZE} to {@value #MAX_SIZE}
   */
  public ThumbnailRequest size(int pixels) {
    requireSize(pixels);
    return with(
        draft -> {
          draft.size = pixels;
          draft.namedSize = Optional.empty();
        });
  }

  /** With a named size, of as many pixels as the generator says. */
  public ThumbnailRequest size(NamedSize named) {
    return with(
        draft -> {
          draft.size = named.pixels();
          draft.namedSize = Optional.of(named);
        });
  }

  /** In another output format. */
  public ThumbnailRequest format(OutputFormat value) {
    return with(draft -> draft.format = value);
  }

  /** In a look of its own. */
  public ThumbnailRequest look(Look value) {
    return with(draft -> draft.look = Optional.of(value));
  }

  /** With a certain stretch strategy, whatever the look says. */
  public ThumbnailRequest stretch(String id) {
    return stretch(new StretchChoice.Named(id));
  }

  /** With a certain stretch, whatever the look says. */
  public ThumbnailRequest stretch(StretchChoice value) {
    return with(draft -> draft.stretch = Optional.of(value));
  }

  /** With channels stretched alike or apart, whatever the look says. */
  public ThumbnailRequest linking(Linking value) {
    return with(draft -> draft.linking = Optional.of(value));
  }

  /** Reduced before or after the stretch, whatever the look says. */
  public ThumbnailRequest reduction(Reduction value) {
    return with(draft -> draft.reduction = Optional.of(value));
  }

  /** With the host's knowledge of whether it is a single exposure. */
  public ThumbnailRequest subframe(Subframe value) {
    return with(draft -> draft.subframe = value);
  }

  /** With a meaning of plate solutions, whatever the generator's is. */
  public ThumbnailRequest plateSolved(PlateSolved value) {
    return with(draft -> draft.plateSolved = Optional.of(value));
  }

  /** With or without debayering. */
  public ThumbnailRequest demosaic(Demosaic value) {
    return with(draft -> draft.demosaic = value);
  }

  /** With a certain row on top. */
  public ThumbnailRequest rows(Rows value) {
    return with(draft -> draft.rows = value);
  }

  /** With one picture of several. */
  public ThumbnailRequest selection(ImageSelection value) {
    return with(draft -> draft.selection = value);
  }

  /** With or without what is kept of an earlier attempt. */
  public ThumbnailRequest reuse(Reuse value) {
    return with(draft -> draft.reuse = value);
  }

  /** For a person, which is the default, or for nobody who waits. */
  public ThumbnailRequest priority(Priority value) {
    return with(draft -> draft.priority = value);
  }

  /**
   * Waiting no longer than that while others are decoded; {@code BUSY} is the answer then. Decoding
   * takes its time on top.
   */
  public ThumbnailRequest longestWait(Duration value) {
    return with(draft -> draft.longestWait = Optional.of(value));
  }

  private ThumbnailRequest with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new ThumbnailRequest(draft);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThumbnailRequest that && values().equals(that.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "ThumbnailRequest" + values();
  }

  private List<Object> values() {
    return List.of(
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
        reuse,
        priority,
        longestWait);
  }

  /** A request that is being put together. */
  private static final class Draft {

    private final ImageSource source;
    private int size = NamedSize.PAGE.pixels();
    private Optional<NamedSize> namedSize = Optional.of(NamedSize.PAGE);
    private OutputFormat format = OutputFormat.JPEG;
    private Optional<Look> look = Optional.empty();
    private Optional<StretchChoice> stretch = Optional.empty();
    private Optional<Linking> linking = Optional.empty();
    private Optional<Reduction> reduction = Optional.empty();
    private Subframe subframe = Subframe.AUTO;
    private Optional<PlateSolved> plateSolved = Optional.empty();
    private Demosaic demosaic = Demosaic.ON;
    private Rows rows = Rows.AUTO;
    private ImageSelection selection = ImageSelection.DEFAULT;
    private Reuse reuse = Reuse.ALL;
    private Priority priority = Priority.INTERACTIVE;
    private Optional<Duration> longestWait = Optional.empty();

    Draft(ImageSource source) {
      this.source = source;
    }

    Draft(ThumbnailRequest from) {
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
      priority = from.priority;
      longestWait = from.longestWait;
    }
  }
}
