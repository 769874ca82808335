package dev.astrocat.thumbs.formats.png;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The one colour that tRNS makes transparent in grey or RGB images (section 11.3.1.1): black, over
 * black.
 *
 * @param red level of red, or of grey
 * @param green level of green
 * @param blue level of blue
 */
record TransparentColour(int red, int green, int blue) {

  /** Two bytes a sample, of which only the image's own bits count. */
  static Optional<TransparentColour> of(Preamble preamble) {
    ColourType colour = preamble.header().colour();
    int mask = (1 << preamble.header().bits()) - 1;
    ByteBuffer data = ByteBuffer.wrap(preamble.transparency());
    if (colour == ColourType.GREY && data.limit() == 2) {
      int grey = data.getShort() & mask;
      return Optional.of(new TransparentColour(grey, grey, grey));
    }
    if (colour == ColourType.RGB && data.limit() == 6) {
      return Optional.of(
          new TransparentColour(
              data.getShort() & mask, data.getShort() & mask, data.getShort() & mask));
    }
    return Optional.empty();
  }

  /** Blackens matching pixels of one channel. */
  void clear(byte[] plane, int from, int to) {
    for (int i = from; i < to; i++) {
      if (plane[i] == (byte) red) {
        plane[i] = 0;
      }
    }
  }

  /** Blackens matching pixels of three channels. */
  void clear(byte[] reds, byte[] greens, byte[] blues, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reds[i] == (byte) red && greens[i] == (byte) green && blues[i] == (byte) blue) {
        reds[i] = 0;
        greens[i] = 0;
        blues[i] = 0;
      }
    }
  }

  /** Blackens matching pixels of one channel of 16 bits. */
  void clear(short[] plane, int from, int to) {
    for (int i = from; i < to; i++) {
      if (plane[i] == (short) red) {
        plane[i] = 0;
      }
    }
  }

  /** Blackens matching pixels of three channels of 16 bits. */
  void clear(short[] reds, short[] greens, short[] blues, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reds[i] == (short) red && greens[i] == (short) green && blues[i] == (short) blue) {
        reds[i] = 0;
        greens[i] = 0;
        blues[i] = 0;
      }
    }
  }
}
