package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.source.SourceBytes;

/** Develops nothing, for a reason. Immutable. */
record NoDeveloper(String reason) implements RawDeveloper {

  @Override
  public Availability availability() {
    return Availability.missing(reason);
  }

  @Override
  public RawFrame develop(SourceBytes source, Development wish, DecodeContext context) {
    throw DecodeException.unsupported("camera RAW is not decoded: " + reason);
  }

  @Override
  public void close() {}
}
