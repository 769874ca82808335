package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;

/** How a packed row becomes samples of one or three channels over black. Immutable. */
interface RowFormat {

  /** Channels that come out: 1 or 3. */
  int channels();

  /** Type of the samples that come out. */
  SampleType type();

  /** Writes the row that starts at {@code packed[at]} into the band, from {@code offset} on. */
  void unpack(byte[] packed, int at, RowBand band, int offset);

  /** The way of a file. */
  static RowFormat of(Preamble preamble) {
    ImageHeader header = preamble.header();
    if (header.colour() == ColourType.PALETTE) {
      return LookupRows.palette(header.bits(), preamble.palette(), preamble.transparency());
    }
    if (header.bits() < 8) {
      return LookupRows.grey(header.bits(), TransparentColour.of(preamble));
    }
    return header.bits() == 8
        ? new ByteRows(header.colour(), TransparentColour.of(preamble))
        : new ShortRows(header.colour(), TransparentColour.of(preamble));
  }
}
