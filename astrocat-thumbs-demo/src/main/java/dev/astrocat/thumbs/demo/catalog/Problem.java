package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.ErrorCode;
import java.time.Instant;

/**
 * Why an image has no thumbnail. Immutable.
 *
 * @param code the reason
 * @param detail in words; may name paths of the server
 * @param isTransient whether trying again may help
 * @param since when this was first found
 */
public record Problem(ErrorCode code, String detail, boolean isTransient, Instant since) {

  /** A problem that is as transient as its code. */
  public static Problem of(ErrorCode code, String detail, Instant since) {
    return new Problem(code, detail, code.isTransient(), since);
  }
}
