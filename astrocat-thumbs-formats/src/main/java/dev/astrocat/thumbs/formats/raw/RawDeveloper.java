package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.Closeable;
import java.io.IOException;

/** A place where RAW files are developed. Thread-safe. */
interface RawDeveloper extends Closeable {

  /** Whether it can do anything, found out by trying. */
  Availability availability();

  /**
   * Develops a file. Blocks until that is done, or the context's time is over.
   *
   * @throws RawRefusal if the engine finds no picture
   * @throws dev.astrocat.thumbs.ThumbnailException with {@code FORMAT_UNSUPPORTED} if there is no
   *     engine, {@code NATIVE_CRASH}, or a limit's code
   */
  RawFrame develop(SourceBytes source, Development wish, DecodeContext context)
      throws IOException, RawRefusal;

  /** Refuses files that one buffer does not hold. */
  static void requireSize(SourceBytes source) {
    if (source.size() > Integer.MAX_VALUE) {
      throw new LimitException(ErrorCode.LIMIT_MEMORY, "camera RAW of 2 GiB and more");
    }
  }
}
