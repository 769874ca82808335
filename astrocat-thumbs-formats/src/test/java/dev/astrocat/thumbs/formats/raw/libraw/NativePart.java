package dev.astrocat.thumbs.formats.raw.libraw;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.Development.Mosaic;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.Loader;

/**
 * LibRaw's native part in tests: skipped where it was not built, failing where it does not load.
 */
final class NativePart {

  static final Development SUPERPIXEL =
      new Development(Mosaic.SUPERPIXEL, 1_000_000_000, 65_535, 1 << 30, 1 << 30);
  static final Development KEPT =
      new Development(Mosaic.KEPT, 1_000_000_000, 65_535, 1 << 30, 1 << 30);

  private NativePart() {}

  static LibRawEngine orSkip() {
    String library = Loader.getPlatform() + '/' + System.mapLibraryName("jniAstrocatRaw");
    assumeTrue(
        NativePart.class.getResource(library) != null,
        "LibRaw's native part was not built: it needs g++ and LibRaw's headers (libraw-dev)");
    return new LibRawEngine();
  }

  static RawFrame superpixel(DngFixture dng) throws RawRefusal {
    return orSkip().develop(dng.buffer(), SUPERPIXEL);
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
