package dev.astrocat.thumbs.formats.raw.engine;

import java.nio.ByteBuffer;

/** Reads camera RAW files. One file at a time per instance; any thread. */
public interface RawEngine {

  /** Name and version of what does the work, for example {@code LibRaw 0.20.2-Release}. */
  String version();

  /**
   * Turns a whole file into linear samples. Blocks; takes no file, socket or other resource.
   *
   * @param file all bytes of the file, position 0, direct
   * @throws RawRefusal if there is no picture, with the reason
   */
  RawFrame develop(ByteBuffer file, Development wish) throws RawRefusal;
}
