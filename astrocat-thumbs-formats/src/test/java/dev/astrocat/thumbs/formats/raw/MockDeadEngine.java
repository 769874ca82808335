package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawEngine;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import java.nio.ByteBuffer;

/** Ends its process while it is loaded, as a broken native library does. */
public final class MockDeadEngine implements RawEngine {

  /** For the worker. */
  public MockDeadEngine() {
    Runtime.getRuntime().halt(134);
  }

  @Override
  public String version() {
    throw new IllegalStateException("nobody lives to ask");
  }

  @Override
  public RawFrame develop(ByteBuffer file, Development wish) {
    throw new IllegalStateException("nobody lives to ask");
  }
}
