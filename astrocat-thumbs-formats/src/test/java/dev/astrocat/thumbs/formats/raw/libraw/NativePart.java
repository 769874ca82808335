package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.Development.Mosaic;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.nio.ByteBuffer;

/**
 * LibRaw's native part in tests, which name {@code Tool.LIBRAW}; it must load where it was built.
 */
final class NativePart {

  static final Development SUPERPIXEL =
      new Development(Mosaic.SUPERPIXEL, 1_000_000_000, 65_535, 1 << 30, 1 << 30);
  static final Development KEPT =
      new Development(Mosaic.KEPT, 1_000_000_000, 65_535, 1 << 30, 1 << 30);

  private NativePart() {}

  static RawFrame superpixel(DngFixture dng) throws RawRefusal {
    return new LibRawEngine().develop(dng.buffer(), SUPERPIXEL);
  }

  static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** One sample of a frame. */
  static int sample(RawFrame frame, int channel, int row, int column) {
    return frame.samples()[(channel * frame.height() + row) * frame.width() + column] & 0xffff;
  }

  /** The channels of one pixel. */
  static int[] pixel(RawFrame frame, int row, int column) {
    int[] pixel = new int[frame.channels()];
    for (int channel = 0; channel < pixel.length; channel++) {
      pixel[channel] = sample(frame, channel, row, column);
    }
    return pixel;
  }
}
