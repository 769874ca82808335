package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.decode.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Finds the tag Orientation in the EXIF block of a JPEG, PNG or WebP file (Exif 2.32 section 4.6).
 */
public final class ExifOrientation {

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  /** What a block that starts with a TIFF header says; as stored where it says nothing. */
  public static Orientation of(byte[] exif) {
    return find(exif).orElse(Orientation.IDENTITY);
  }

  /** What a block that starts with a TIFF header says; empty where it says nothing. */
  public static Optional<Orientation> find(byte[] exif) {
    ByteBuffer block = ByteBuffer.wrap(exif);
    if (block.limit() < 10) {
      return Optional.empty();
    }
    block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long ifd = block.getInt(4) & 0xFFFFFFFFL;
    if (block.getShort(2) != 42 || ifd > block.limit() - 2) {
      return Optional.empty();
    }
    int at = (int) ifd + 2;
    int entries = block.getShort((int) ifd) & 0xFFFF;
    for (int i = 0; i < entries && at + ENTRY_BYTES <= block.limit(); i++, at += ENTRY_BYTES) {
      if ((block.getShort(at) & 0xFFFF) == TAG) {
        int type = block.getShort(at + 2);
        int value =
            type == SHORT ? block.getShort(at + 8) : type == LONG ? block.getInt(at + 8) : 0;
        return value >= 1 && value <= 8 ? Optional.of(Orientation.ofExif(value)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
