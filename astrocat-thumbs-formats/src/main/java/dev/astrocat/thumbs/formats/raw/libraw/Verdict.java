package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal.Reason;

/** What LibRaw's return codes mean (libraw_const.h, LibRaw_errors). No instances. */
final class Verdict {

  private static final String UNSUPPORTED =
      "; to see it, convert it to plain DNG, or install a LibRaw newer than "
          + RawFile.libraryVersion();

  private Verdict() {}

  /** Passes success, and gives anything else its reason. */
  static void require(int code) throws RawRefusal {
    if (code != 0) {
      Reason reason = reason(code);
      String remedy = reason == Reason.UNSUPPORTED ? UNSUPPORTED : "";
      throw new RawRefusal(reason, "LibRaw: " + RawFile.message(code) + remedy);
    }
  }

  /**
   * Passes a damaged picture, of which something is to be seen, and refuses noise: LibRaw goes on
   * after a code that it does not know.
   */
  static void requireMostlySound(RawFile raw) throws RawRefusal {
    if (raw.damage() > (long) raw.width() * raw.height() / 2) {
      throw new RawRefusal(Reason.MALFORMED, "%,d samples are damaged".formatted(raw.damage()));
    }
  }

  private static Reason reason(int code) {
    return switch (code) {
      // Unspecified: no decoder for this compression. Not implemented: left out of this build.
      case -1, -2, -8 -> Reason.UNSUPPORTED;
      case -3 -> Reason.NO_IMAGE;
      case -100_007, -100_012 -> Reason.MEMORY;
      // Input/output error: of a buffer, there is nothing but its end to run into.
      case -100_009 -> Reason.TRUNCATED;
      default -> Reason.MALFORMED;
    };
  }
}
