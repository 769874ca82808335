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
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes and records the thumbnail of one image. Thread-safe. */
record ImageWork(ThumbnailGenerator generator, ImageStore store) {

  /**
   * Does what the job wants for the image.
   *
   * @return bytes of the thumbnail that it has now and had not; empty if none was needed, or the
   *     image is gone
   * @throws dev.astrocat.thumbs.ThumbnailException if it has none
   */
  OptionalLong renew(ThumbnailJob job, ImageRecord image) {
    ThumbnailRequest request = job.options().request(seen(image));
    if (!isWanted(job.renewal(), image, request)) {
      return OptionalLong.empty();
    }
    Thumbnail thumbnail = thumbnail(job.renewal(), image, request);
    return record(image, thumbnail)
        ? OptionalLong.of(thumbnail.bytes().length)
        : OptionalLong.empty();
  }

  /** With the version of this moment; the cache would be content with that of a minute ago. */
  private static ImageRecord seen(ImageRecord image) {
    ImageSource source = image.source();
    try {
      SourceVersion version = source.givenVersion().orElseGet(source::currentVersion);
      return new ImageRecord(
          image.id(), source.withVersion(version), image.subframe(), image.thumbnail());
    } catch (SourceException e) {
      return image; // what that means depends on whether there is a thumbnail: the cache knows
    }
  }

  private Thumbnail thumbnail(Renewal renewal, ImageRecord image, ThumbnailRequest request) {
    if (renewal == Renewal.FORCED || renewal == Renewal.FAILED) {
      return generator.generate(request.reuse(Reuse.NONE));
    }
    Thumbnail thumbnail = generator.generate(request);
    boolean isUnrecorded = thumbnail.location().isEmpty() && image.thumbnail().isEmpty();
    boolean isFound = thumbnail.origin() != Thumbnail.Origin.RENDERED;
    // Some caches tell a place only when they write.
    return isUnrecorded && isFound ? generator.generate(request.reuse(Reuse.NONE)) : thumbnail;
  }

  private boolean isWanted(Renewal renewal, ImageRecord image, ThumbnailRequest request) {
    try {
      return switch (renewal) {
        case NEEDED, FORCED -> true;
        case MISSING -> image.thumbnail().isEmpty() || isWithoutThumbnail(request);
        case STALE -> generator.shelved(request) == Shelved.STALE;
        case FAILED -> generator.shelved(request) == Shelved.FAILED;
      };
    } catch (SourceException e) {
      return true; // asking for the thumbnail fails in the same way, and tells the listener
    }
  }

  private boolean isWithoutThumbnail(ThumbnailRequest request) {
    Shelved shelved = generator.shelved(request);
    return shelved == Shelved.MISSING || shelved == Shelved.FAILED;
  }

  /**
   * Writes down where it is, only now that it is there. A record that lacks it, since somebody was
   * killed right here, is healed.
   *
   * @return whether there was something new to write, and still is such an image
   */
  private boolean record(ImageRecord image, Thumbnail thumbnail) {
    boolean isMade = thumbnail.origin() == Thumbnail.Origin.RENDERED;
    Optional<String> location = thumbnail.location();
    if (isMade && location.isEmpty()) {
      throw new CacheException(ErrorCode.CACHE_IO, image.source().name() + " could not be cached");
    }
    Optional<String> known = image.thumbnail().map(SavedThumbnail::location);
    boolean isNew = isMade || location.isPresent() && !location.equals(known);
    return isNew && store.saveThumbnail(image.id(), location.orElseThrow(), Instant.now());
  }
}
