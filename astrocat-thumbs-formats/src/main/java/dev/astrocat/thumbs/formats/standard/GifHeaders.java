package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import java.io.IOException;
import java.nio.ByteOrder;

/**
 * The logical screen of a GIF and its first frame (GIF89a sections 18 and 20).
 *
 * @param place of the frame on the logical screen
 * @param frameWidth columns of the frame
 * @param frameHeight rows of the frame
 */
record GifHeaders(Placement place, int frameWidth, int frameHeight) {

  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int MAX_BLOCKS = 100_000;

  static GifHeaders read(SourceImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(6);
    int width = in.readUnsignedShort();
    int height = in.readUnsignedShort();
    int flags = in.readUnsignedByte();
    in.seek(13 + (flags >= 0x80 ? 3L << ((flags & 7) + 1) : 0));
    skipExtensions(in);
    int left = in.readUnsignedShort();
    int top = in.readUnsignedShort();
    int frameWidth = in.readUnsignedShort();
    int frameHeight = in.readUnsignedShort();
    // Some encoders leave the screen at 0 x 0, or make it smaller than the first frame.
    Placement place = new Placement(width, height, left, top).holding(frameWidth, frameHeight);
    return new GifHeaders(place, frameWidth, frameHeight);
  }

  /** Moves behind the separator of the first image. */
  private static void skipExtensions(SourceImageInputStream in) throws IOException {
    for (int blocks = 0; blocks < MAX_BLOCKS; blocks++) {
      int separator = in.readUnsignedByte();
      if (separator == IMAGE) {
        return;
      }
      if (separator != EXTENSION) {
        throw DecodeException.noImage(
            "GIF: block " + Integer.toHexString(separator) + " where a frame should be");
      }
      in.readUnsignedByte();
      for (int size = in.readUnsignedByte(); size > 0; size = in.readUnsignedByte()) {
        in.seek(in.getStreamPosition() + size);
      }
    }
    throw DecodeException.malformed("GIF: more than " + MAX_BLOCKS + " extensions");
  }
}
