package dev.astrocat.thumbs.source;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;

/** The check that every kind of source makes before it is opened. */
final class Sizes {

  private Sizes() {}

  static void require(long sizeBytes, Limits limits) {
    if (sizeBytes > limits.maxSourceBytes()) {
      throw new LimitException(
          ErrorCode.LIMIT_DIMENSIONS,
          "the file has "
              + sizeBytes
              + " bytes, more than the limit of "
              + limits.maxSourceBytes());
    }
  }
}
