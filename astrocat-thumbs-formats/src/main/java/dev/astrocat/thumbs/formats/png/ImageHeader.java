package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The IHDR chunk (section 11.2.1).
 *
 * @param width columns
 * @param height rows
 * @param bits of one sample
 * @param colour what a pixel is made of
 * @param isInterlaced whether the rows come in the seven passes of Adam7
 */
record ImageHeader(int width, int height, int bits, ColourType colour, boolean isInterlaced) {

  private static final int LENGTH = 13;

  /** Reads the first chunk; the size is judged before anything else. */
  static ImageHeader read(Chunk chunk, ChunkReader chunks, DecodeContext context)
      throws IOException {
    if (chunk.type() == Chunk.CGBI) {
      throw DecodeException.unsupported(
          "PNG: Apple's CgBI variant is not supported; convert it with pngcrush -revert-iphone");
    }
    if (chunk.type() != Chunk.IHDR || chunk.length() != LENGTH) {
      throw DecodeException.malformed(
          "PNG: the first chunk is "
              + chunk.name()
              + " of "
              + chunk.length()
              + " bytes, not IHDR of "
              + LENGTH);
    }
    Optional<ByteBuffer> sound = chunks.content(chunk);
    ByteBuffer header =
        sound.orElseThrow(() -> DecodeException.malformed("PNG: the CRC of IHDR is wrong"));
    long width = header.getInt() & 0xFFFFFFFFL;
    long height = header.getInt() & 0xFFFFFFFFL;
    context.checkDimensions(width, height);
    int bits = header.get();
    ColourType colour = ColourType.of(header.get());
    require(colour.allows(bits), bits + " bits a sample of " + colour);
    require(header.get() == 0, "a compression method other than deflate");
    require(header.get() == 0, "a filter method other than 0");
    int interlace = header.get();
    require(interlace == 0 || interlace == 1, "interlace method " + interlace);
    return new ImageHeader((int) width, (int) height, bits, colour, interlace == 1);
  }

  private static void require(boolean rule, String found) {
    if (!rule) {
      throw DecodeException.malformed("PNG: " + found);
    }
  }

  /** Bits of one pixel. */
  int pixelBits() {
    return bits * colour.samples();
  }

  /** Bytes of so many pixels, packed as in a row of the file (section 7.2). */
  long packedBytes(long pixels) {
    return (pixels * pixelBits() + 7) / 8;
  }

  /** The distance, in bytes, at which filters look back (section 9.2). */
  int filterStep() {
    return Math.max(1, pixelBits() / 8);
  }
}
