package dev.astrocat.thumbs;

import dev.astrocat.thumbs.digest.Digests;
import java.util.Optional;

/**
 * A finished thumbnail. Its bytes are not copied; do not change them. Two are equal only if they
 * share them: compare {@link #etag()}s.
 *
 * @param bytes a complete file of the format
 * @param format output format
 * @param width columns
 * @param height rows
 * @param report how it came about
 * @param origin whether it was made now or found in the cache
 * @param location where the cache keeps it, as it told; empty without a cache
 */
@SuppressWarnings("ArrayRecordComponent") // a value to pass on, never compared
public record Thumbnail(
    byte[] bytes,
    OutputFormat format,
    int width,
    int height,
    ThumbnailReport report,
    Origin origin,
    Optional<String> location) {

  private static final int ETAG_DIGITS = 32;

  /** Where a thumbnail comes from. */
  public enum Origin {
    /** Rendered for this call. */
    RENDERED,
    /** Found in the cache, and made of the source's present bytes. */
    CACHED,
    /** Found in the cache, while the source could not be reached to compare. */
    CACHED_UNVERIFIED
  }

  /** The same, reporting one more decision that its bytes need not tell. */
  Thumbnail withDecision(Decision decision) {
    return new Thumbnail(
        bytes, format, width, height, report.withDecision(decision), origin, location);
  }

  /** MIME type of the bytes. */
  public String mediaType() {
    return format.mediaType();
  }

  /** A strong entity tag (RFC 9110 section 8.8.3) without quotes: equal for equal bytes. */
  public String etag() {
    return Digests.sha256(bytes).substring(0, ETAG_DIGITS);
  }
}
