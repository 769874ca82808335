package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A FITS file as it is. */
record PlainInput(SourceBytes source) implements FitsInput {

  @Override
  public boolean reaches(long end) {
    return end <= source.size();
  }

  @Override
  public void readFully(ByteBuffer target, long position) throws IOException {
    source.readFully(target, position);
  }

  /** Leaves the source open: it belongs to the decoder's caller. */
  @Override
  public void close() {}
}
