package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Reuse;
import dev.astrocat.thumbs.Shelved;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the thumbnails of one image, and records the first. Thread-safe. */
record ImageWork(ThumbnailGenerator generator, ImageStore store) {

  /** Longer than a decode takes; after that the thread may serve a job of higher priority. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Does what the job wants for the image.
   *
   * @return bytes of its thumbnails in all sizes, if it had not all of them before; empty if none
   *     was needed, or the image is gone
   * @throws dev.astrocat.thumbs.ThumbnailException if it has none
   */
  OptionalLong renew(ThumbnailJob job, ImageRecord image) {
    List<ThumbnailRequest> requests =
        job.options().requests(seen(image)).stream()
            .map(request -> request.priority(job.priority()).longestWait(PATIENCE))
            .toList();
    if (!isWanted(job.renewal(), image, requests)) {
      return OptionalLong.empty();
    }
    List<Thumbnail> thumbnails = thumbnails(job.renewal(), image, requests);
    return record(image, thumbnails) ? OptionalLong.of(bytes(thumbnails)) : OptionalLong.empty();
  }

  /** With the version of this moment; the cache would be content with that of a minute ago. */
  private static ImageRecord seen(ImageRecord image) {
    ImageSource source = image.source();
    try {
      SourceVersion version = source.givenVersion().orElseGet(source::currentVersion);
      return image.withSource(source.withVersion(version));
    } catch (SourceException e) {
      return image; // what that means depends on whether there is a thumbnail: the cache knows
    }
  }

  private List<Thumbnail> thumbnails(
      Renewal renewal, ImageRecord image, List<ThumbnailRequest> requests) {
    if (renewal == Renewal.FORCED || renewal == Renewal.FAILED) {
      return generator.generateSizes(withoutReuse(requests));
    }
    List<Thumbnail> thumbnails = generator.generateSizes(requests);
    Thumbnail first = thumbnails.get(0);
    boolean isUnrecorded = first.location().isEmpty() && image.thumbnail().isEmpty();
    // Some caches tell a place only when they write.
    return isUnrecorded && !isMade(first)
        ? generator.generateSizes(withoutReuse(requests))
        : thumbnails;
  }

  private static List<ThumbnailRequest> withoutReuse(List<ThumbnailRequest> requests) {
    return requests.stream().map(request -> request.reuse(Reuse.NONE)).toList();
  }

  private boolean isWanted(Renewal renewal, ImageRecord image, List<ThumbnailRequest> requests) {
    try {
      return switch (renewal) {
        case NEEDED, FORCED -> true;
        case MISSING ->
            image.thumbnail().isEmpty() || isAny(requests, Shelved.MISSING, Shelved.FAILED);
        case STALE -> isAny(requests, Shelved.STALE);
        case FAILED -> isAny(requests, Shelved.FAILED);
      };
    } catch (SourceException e) {
      return true; // asking for the thumbnail fails in the same way, and tells the listener
    }
  }

  private boolean isAny(List<ThumbnailRequest> requests, Shelved... states) {
    return requests.stream().map(generator::shelved).anyMatch(List.of(states)::contains);
  }

  /**
   * Writes down where it is, only now that it is there. A record that lacks it, since somebody was
   * killed right here, is healed.
   *
   * @return whether there is something new, and still is such an image
   */
  private boolean record(ImageRecord image, List<Thumbnail> thumbnails) {
    if (thumbnails.stream().anyMatch(made -> isMade(made) && made.location().isEmpty())) {
      throw new CacheException(ErrorCode.CACHE_IO, image.source().name() + " could not be cached");
    }
    Thumbnail first = thumbnails.get(0);
    Optional<String> location = first.location();
    Optional<String> known = image.thumbnail().map(SavedThumbnail::location);
    boolean isNew = isMade(first) || location.isPresent() && !location.equals(known);
    return isNew
        ? store.saveThumbnail(image.id(), location.orElseThrow(), Instant.now())
        : thumbnails.stream().anyMatch(ImageWork::isMade);
  }

  private static boolean isMade(Thumbnail thumbnail) {
    return thumbnail.origin() == Thumbnail.Origin.RENDERED;
  }

  private static long bytes(List<Thumbnail> thumbnails) {
    return thumbnails.stream().mapToLong(thumbnail -> thumbnail.bytes().length).sum();
  }
}
