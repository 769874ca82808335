package dev.astrocat.thumbs.formats.fits.tile;

import java.nio.ByteBuffer;

/**
 * The bytes of a tile as a file holds them.
 *
 * @param bytes with {@link #PADDING} zero bytes behind them, so that codecs may read ahead
 * @param length number of bytes without the padding
 */
record PackedTile(byte[] bytes, int length) {

  /** Zero bytes behind the packed ones. */
  static final int PADDING = 8;

  /** Room for a tile of that many bytes. */
  static PackedTile ofLength(int length) {
    return new PackedTile(new byte[length + PADDING], length);
  }

  /** The bytes without the padding, big-endian. */
  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes, 0, length);
  }
}
