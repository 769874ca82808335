package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;

/**
 * A part of a data block that was compressed on its own (XISF 1.0 section 10.6.2, subblocks).
 *
 * @param storedBytes compressed size
 * @param bytes size when unpacked
 */
record Piece(long storedBytes, long bytes) {

  /**
   * Where a piece is unpacked to.
   *
   * @param array memory
   * @param offset index of the first byte
   * @param length number of bytes
   */
  record Target(byte[] array, int offset, int length) {}

  /** The failure of a piece that does not unpack to what it declares. */
  static DecodeException wrongSize(String codec, long bytes, int declared) {
    return DecodeException.malformed(
        "XISF: " + codec + " data of " + bytes + " bytes, declared are " + declared);
  }
}
