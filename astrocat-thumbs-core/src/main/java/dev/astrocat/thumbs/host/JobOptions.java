package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What thumbnails a job makes of each image. Immutable: each method gives a changed copy.
 *
 * @param size of the thumbnail that the image store is told of; named, so that all workers need not
 *     agree on pixels beforehand
 * @param beside further sizes, which are made of the same decode and are in the cache alone
 * @param format output format
 * @param look bundle of choices; the image's or else the generator's when empty
 * @param stretch id of a stretch strategy; the image's or else the look's when empty
 */
public record JobOptions(
    NamedSize size,
    SortedSet<NamedSize> beside,
    OutputFormat format,
    Optional<Look> look,
    Optional<String> stretch) {

  /** The documented thumbnail: JPEG of {@link NamedSize#PAGE} in the generator's look. */
  public static final JobOptions DEFAULT =
      new JobOptions(
          NamedSize.PAGE, new TreeSet<>(), OutputFormat.JPEG, Optional.empty(), Optional.empty());

  /** Keeps the sizes as they are now; the first one is not beside itself. */
  public JobOptions {
    SortedSet<NamedSize> others = new TreeSet<>(beside);
    others.remove(size);
    beside = Collections.unmodifiableSortedSet(others);
  }

  /** In another size. */
  public JobOptions size(NamedSize value) {
    return new JobOptions(value, beside, format, look, stretch);
  }

  /** In these sizes, too. */
  public JobOptions beside(NamedSize... values) {
    return new JobOptions(size, new TreeSet<>(List.of(values)), format, look, stretch);
  }

  /** In another output format. */
  public JobOptions format(OutputFormat value) {
    return new JobOptions(size, beside, value, look, stretch);
  }

  /** In a look of its own. */
  public JobOptions look(Look value) {
    return new JobOptions(size, beside, format, Optional.of(value), stretch);
  }

  /** With a certain stretch strategy. */
  public JobOptions stretch(String id) {
    return new JobOptions(size, beside, format, look, Optional.of(id));
  }

  /** What is asked of the generator for one image: the thumbnail of {@link #size} first. */
  public List<ThumbnailRequest> requests(ImageRecord image) {
    ThumbnailRequest request = request(image);
    return Stream.concat(Stream.of(request), beside.stream().map(request::size)).toList();
  }

  /** What is asked of the generator for the thumbnail that the image store is told of. */
  public ThumbnailRequest request(ImageRecord image) {
    ThumbnailRequest request =
        ThumbnailRequest.of(image.source()).size(size).format(format).subframe(image.subframe());
    ThumbnailRequest looking = look.or(image::look).map(request::look).orElse(request);
    return stretch.or(image::stretch).map(looking::stretch).orElse(looking);
  }
}
