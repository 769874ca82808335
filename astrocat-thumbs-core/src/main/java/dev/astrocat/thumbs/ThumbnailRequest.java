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
 * @param format output format
 * @param look bundle of choices; the generator's when empty
 * @param stretch id of a stretch strategy; the look's choice when empty
 * @param subframe whether it is a single exposure
 * @param demosaic what to do with a filter mosaic
 * @param rows which stored row is the top
 * @param selection which picture of a file with several
 */
public record ThumbnailRequest(
    ImageSource source,
    int size,
    OutputFormat format,
    Optional<Look> look,
    Optional<String> stretch,
    Subframe subframe,
    Demosaic demosaic,
    Rows rows,
    ImageSelection selection) {

  /** Smallest side that may be asked for. */
  public static final int MIN_SIZE = 1;

  /** Largest side that may be asked for. */
  public static final int MAX_SIZE = 16_384;

  /** Checks the size. */
  public ThumbnailRequest {
    if (size < MIN_SIZE || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "a thumbnail has " + MIN_SIZE + " to " + MAX_SIZE + " pixels, not " + size);
    }
  }

  /** An 800 px JPEG in the generator's look. */
  public static ThumbnailRequest of(ImageSource source) {
    return new ThumbnailRequest(
        source,
        NamedSize.PAGE.pixels(),
        OutputFormat.JPEG,
        Optional.empty(),
        Optional.empty(),
        Subframe.AUTO,
        Demosaic.ON,
        Rows.AUTO,
        ImageSelection.DEFAULT);
  }

  /** The same of a file. */
  public static ThumbnailRequest of(Path file) {
    return of(ImageSource.of(file));
  }

  /** With a longest side in pixels. */
  public ThumbnailRequest size(int pixels) {
    return new ThumbnailRequest(
        source, pixels, format, look, stretch, subframe, demosaic, rows, selection);
  }

  /** With a named size. */
  public ThumbnailRequest size(NamedSize named) {
    return size(named.pixels());
  }

  /** In another output format. */
  public ThumbnailRequest format(OutputFormat value) {
    return new ThumbnailRequest(
        source, size, value, look, stretch, subframe, demosaic, rows, selection);
  }

  /** In a look of its own. */
  public ThumbnailRequest look(Look value) {
    return new ThumbnailRequest(
        source, size, format, Optional.of(value), stretch, subframe, demosaic, rows, selection);
  }

  /** With a certain stretch, whatever the look says. */
  public ThumbnailRequest stretch(String id) {
    return new ThumbnailRequest(
        source, size, format, look, Optional.of(id), subframe, demosaic, rows, selection);
  }

  /** With the host's knowledge of whether it is a single exposure. */
  public ThumbnailRequest subframe(Subframe value) {
    return new ThumbnailRequest(
        source, size, format, look, stretch, value, demosaic, rows, selection);
  }

  /** With or without debayering. */
  public ThumbnailRequest demosaic(Demosaic value) {
    return new ThumbnailRequest(
        source, size, format, look, stretch, subframe, value, rows, selection);
  }

  /** With a certain row on top. */
  public ThumbnailRequest rows(Rows value) {
    return new ThumbnailRequest(
        source, size, format, look, stretch, subframe, demosaic, value, selection);
  }

  /** With one picture of several. */
  public ThumbnailRequest selection(ImageSelection value) {
    return new ThumbnailRequest(
        source, size, format, look, stretch, subframe, demosaic, rows, value);
  }
}
