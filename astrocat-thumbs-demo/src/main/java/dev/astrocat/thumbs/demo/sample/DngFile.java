package dev.astrocat.thumbs.demo.sample;

/**
 * Writes what a camera without compression would: an Adobe DNG 1.4 with a Bayer mosaic of 16 bits,
 * and in front of it a JPEG preview. Tag numbers are of TIFF 6.0, TIFF/EP and the DNG
 * specification, chapter 4.
 */
final class DngFile {

  private static final int JPEG = 7;
  private static final int YCBCR = 6;
  private static final int COLOUR_FILTERS = 32_803;
  private static final int DAYLIGHT_6500_K = 21;

  /** From XYZ to a camera whose own colours are those of linear sRGB, times 10,000. */
  private static final int[] COLOUR_MATRIX = {
    32_405, -15_371, -4_985, -9_693, 18_760, 416, 556, -2_040, 10_572
  };

  private DngFile() {}

  /**
   * A complete file.
   *
   * @param mosaic samples behind filters in the order RGGB, of a width and height that are even
   * @param black the sample that stands for no light
   * @param preview a JPEG of the same size
   */
  static byte[] of(int width, int height, char[] mosaic, int black, byte[] preview) {
    TiffDirectory raw =
        size(new TiffDirectory(), 0, width, height)
            .shorts(258, 16) // BitsPerSample
            .shorts(259, 1) // Compression: none
            .shorts(262, COLOUR_FILTERS) // PhotometricInterpretation
            .shorts(277, 1) // SamplesPerPixel
            .shorts(284, 1) // PlanarConfiguration: interleaved
            .shorts(33_421, 2, 2) // CFARepeatPatternDim
            .bytes(33_422, 0, 1, 1, 2) // CFAPattern: red, green, green, blue
            .longs(50_714, black) // BlackLevel
            .longs(50_717, 65_535) // WhiteLevel
            .strip(samples(mosaic));
    return size(new TiffDirectory(), 1, width, height)
        .shorts(258, 8, 8, 8) // BitsPerSample
        .shorts(259, JPEG) // Compression
        .shorts(262, YCBCR) // PhotometricInterpretation
        .ascii(271, "Astrocat") // Make
        .ascii(272, "Astrocat Sample") // Model
        .shorts(274, 1) // Orientation: as stored
        .shorts(277, 3) // SamplesPerPixel
        .shorts(284, 1) // PlanarConfiguration: interleaved
        .ascii(306, "2026:01:17 22:14:05") // DateTime
        .shorts(530, 2, 2) // YCbCrSubSampling
        .bytes(50_706, 1, 4, 0, 0) // DNGVersion
        .bytes(50_707, 1, 1, 0, 0) // DNGBackwardVersion
        .ascii(50_708, "Astrocat Sample") // UniqueCameraModel
        .fractions(50_721, 10_000, COLOUR_MATRIX) // ColorMatrix1
        .fractions(50_728, 1000, 1000, 1000, 1000) // AsShotNeutral
        .shorts(50_778, DAYLIGHT_6500_K) // CalibrationIlluminant1
        .strip(preview)
        .child(330, raw) // SubIFDs
        .file();
  }

  /** Tags that every directory has; the subfile type is 0 for the picture, 1 for a preview. */
  private static TiffDirectory size(TiffDirectory directory, int subfile, int width, int height) {
    return directory
        .longs(254, subfile) // NewSubfileType
        .longs(256, width) // ImageWidth
        .longs(257, height) // ImageLength
        .longs(278, height); // RowsPerStrip
  }

  /** Little-endian. */
  private static byte[] samples(char[] mosaic) {
    byte[] bytes = new byte[mosaic.length * Short.BYTES];
    for (int i = 0; i < mosaic.length; i++) {
      bytes[2 * i] = (byte) mosaic[i];
      bytes[2 * i + 1] = (byte) (mosaic[i] >>> 8);
    }
    return bytes;
  }
}
