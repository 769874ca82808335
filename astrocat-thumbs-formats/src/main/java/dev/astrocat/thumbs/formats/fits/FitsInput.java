package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.formats.samples.PositionedBytes;
import java.io.Closeable;
import java.io.IOException;

/** The bytes of a FITS file, be it plain or inflated on the way. Thread-safe. */
public interface FitsInput extends PositionedBytes, Closeable {

  /** Whether the file has bytes up to {@code end}, exclusive. May inflate that much. */
  boolean reaches(long end) throws IOException;
}
