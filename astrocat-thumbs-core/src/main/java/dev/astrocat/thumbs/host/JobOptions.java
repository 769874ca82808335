package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.util.Optional;

/**
 * What thumbnails a job makes. Immutable: each method gives a changed copy.
 *
 * @param size named, so that all workers need not agree on pixels beforehand
 * @param format output format
 * @param look bundle of choices; the worker's generator's when empty
 * @param stretch id of a stretch strategy; the look's choice when empty
 */
public record JobOptions(
    NamedSize size, OutputFormat format, Optional<Look> look, Optional<String> stretch) {

  /** The documented thumbnail: JPEG of {@link NamedSize#PAGE} in the generator's look. */
  public static final JobOptions DEFAULT =
      new JobOptions(NamedSize.PAGE, OutputFormat.JPEG, Optional.empty(), Optional.empty());

  /** In another size. */
  public JobOptions size(NamedSize value) {
    return new JobOptions(value, format, look, stretch);
  }

  /** In another output format. */
  public JobOptions format(OutputFormat value) {
    return new JobOptions(size, value, look, stretch);
  }

  /** In a look of its own. */
  public JobOptions look(Look value) {
    return new JobOptions(size, format, Optional.of(value), stretch);
  }

  /** With a certain stretch strategy. */
  public JobOptions stretch(String id) {
    return new JobOptions(size, format, look, Optional.of(id));
  }

  /** What is asked of the generator for one image. */
  public ThumbnailRequest request(ImageRecord image) {
    ThumbnailRequest request =
        ThumbnailRequest.of(image.source()).size(size).format(format).subframe(image.subframe());
    ThumbnailRequest looking = look.map(request::look).orElse(request);
    return stretch.map(looking::stretch).orElse(looking);
  }
}
