package dev.astrocat.thumbs.placeholder;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailRequest;

/**
 * A picture that says why there is no thumbnail, for hosts that would rather show that than a
 * broken image. It is SVG of 3:2 without scripts, links and fonts of its own, in light or dark
 * colours as the viewer likes. Thread-safe.
 *
 * <pre>{@code
 * try {
 *   return send("image/jpeg", thumbnails.generate(file).bytes());
 * } catch (ThumbnailException e) {
 *   return send(Placeholder.MEDIA_TYPE, Placeholder.svg(e, 320).getBytes(UTF_8));
 * }
 * }</pre>
 */
public final class Placeholder {

  /** MIME type of the text, which is to be sent in UTF-8. */
  public static final String MEDIA_TYPE = "image/svg+xml";

  private Placeholder() {}

  /** What the code means, in two or three words: {@code File is incomplete}. */
  public static String title(ErrorCode code) {
    return Reason.of(code).title();
  }

  /** What can be done, in one sentence: {@code Copy the file again.} */
  public static String advice(ErrorCode code) {
    return Reason.of(code).advice();
  }

  /**
   * What the code means and what can be done.
   *
   * @param size columns; there are two rows for each three of them
   * @throws IllegalArgumentException for a size that no thumbnail can have
   */
  public static String svg(ErrorCode code, int size) {
    Reason reason = Reason.of(code);
    return svg(new Drawing(reason.title(), "", reason.advice()), size);
  }

  /**
   * What the code means, what the failure itself says, and what can be done.
   *
   * @param size columns; there are two rows for each three of them
   * @throws IllegalArgumentException for a size that no thumbnail can have
   */
  public static String svg(ThumbnailException failure, int size) {
    Reason reason = Reason.of(failure.code());
    String message = String.valueOf(failure.getMessage());
    return svg(new Drawing(reason.title(), message, reason.advice()), size);
  }

  private static String svg(Drawing drawing, int size) {
    if (size < ThumbnailRequest.MIN_SIZE || size > ThumbnailRequest.MAX_SIZE) {
      throw new IllegalArgumentException(
          "a placeholder has "
              + ThumbnailRequest.MIN_SIZE
              + " to "
              + ThumbnailRequest.MAX_SIZE
              + " pixels, not "
              + size);
    }
    return drawing.svg(size, Math.max(1, Math.round(size * 2 / 3f)));
  }
}
