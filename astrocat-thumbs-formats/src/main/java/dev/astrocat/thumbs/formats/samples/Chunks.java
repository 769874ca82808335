package dev.astrocat.thumbs.formats.samples;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Buffers between file and pixels, outside the heap: a file is read straight into them. A few are
 * kept for the next reader, since the system gives them back only after a garbage collection.
 * Thread-safe.
 */
final class Chunks {

  /** Fits into the second-level cache of a core together with what is made of it. */
  static final int BYTES = 256 << 10;

  private static final ArrayBlockingQueue<ByteBuffer> IDLE =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors() * 2);

  private Chunks() {}

  static ByteBuffer take() {
    ByteBuffer idle = IDLE.poll();
    return idle == null ? ByteBuffer.allocateDirect(BYTES) : idle;
  }

  static void giveBack(ByteBuffer chunk) {
    IDLE.offer(chunk);
  }
}
