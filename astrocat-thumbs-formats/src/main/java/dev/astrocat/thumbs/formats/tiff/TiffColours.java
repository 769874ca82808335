package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.util.Optional;

/**
 * What has to happen to the samples of an image before they are grey or RGB.
 *
 * @param samples how many samples of a pixel are read: colours, and maybe alpha behind them
 * @param channels 1 or 3
 * @param type of the channels
 * @param conversion empty where samples are channels already
 */
record TiffColours(int samples, int channels, SampleType type, Optional<RowColour> conversion) {

  private static final int UNASSOCIATED_ALPHA = 2;

  static TiffColours of(TiffImage image) throws IOException {
    Photometric photometric = image.photometric();
    SampleFormat format = image.format();
    if (photometric == Photometric.PALETTE) {
      return new TiffColours(1, 3, SampleType.U8, Optional.of(Palette.of(image)));
    }
    int colours = photometric.colours();
    int channels = colours == 1 ? 1 : 3;
    Optional<RowColour> conversion = colourConversion(image);
    if (format.kind() == SampleFormat.Kind.UNSIGNED && format.bits() < 8) {
      conversion = append(conversion, spread(channels, format.highest()));
    }
    boolean alpha =
        image.samples() > colours
            && image.directory().first(Tag.EXTRA_SAMPLES, 0) == UNASSOCIATED_ALPHA
            && format.kind() != SampleFormat.Kind.SIGNED;
    if (alpha) {
      conversion = append(conversion, overBlack(channels, colours, format.highest()));
    }
    return new TiffColours(colours + (alpha ? 1 : 0), channels, format.type(), conversion);
  }

  private static Optional<RowColour> colourConversion(TiffImage image) throws IOException {
    SampleFormat format = image.format();
    double highest = format.highest();
    boolean integers = format.kind() == SampleFormat.Kind.UNSIGNED;
    return switch (image.photometric()) {
      case WHITE_IS_ZERO -> integers ? Optional.of(inverted(highest)) : Optional.empty();
      case CMYK -> Optional.of(cmyk(highest));
      case YCBCR -> {
        requireUnsigned(image, 8, image.subsampled() ? 8 : 16);
        yield Optional.of(YCbCr.of(image));
      }
      case CIE_LAB, ICC_LAB -> {
        requireUnsigned(image, 8, 16);
        yield Optional.of(new CieLab(format.bits(), image.photometric() == Photometric.ICC_LAB));
      }
      default -> Optional.empty();
    };
  }

  private static void requireUnsigned(TiffImage image, int bits, int orBits) {
    int found = image.format().bits();
    if ((found != bits && found != orBits) || image.format().kind() == SampleFormat.Kind.FLOAT) {
      throw DecodeException.unsupported(
          "TIFF with " + image.photometric() + " of " + found + " bits is not supported");
    }
  }

  private static Optional<RowColour> append(Optional<RowColour> first, RowColour second) {
    return Optional.of(first.map(f -> f.then(second)).orElse(second));
  }

  private static RowColour inverted(double highest) {
    return (row, width) -> {
      for (int x = 0; x < width; x++) {
        row[0][x] = highest - row[0][x];
      }
    };
  }

  /** Without a profile: each ink takes its part of the light that black lets through. */
  private static RowColour cmyk(double highest) {
    return (row, width) -> {
      for (int x = 0; x < width; x++) {
        double light = highest - row[3][x];
        for (int c = 0; c < 3; c++) {
          row[c][x] = (highest - row[c][x]) * light / highest;
        }
      }
    };
  }

  private static RowColour spread(int channels, double highest) {
    return (row, width) -> {
      for (int c = 0; c < channels; c++) {
        for (int x = 0; x < width; x++) {
          row[c][x] = row[c][x] * 255 / highest;
        }
      }
    };
  }

  private static RowColour overBlack(int channels, int alphaSample, double highest) {
    return (row, width) -> {
      for (int c = 0; c < channels; c++) {
        for (int x = 0; x < width; x++) {
          row[c][x] = row[c][x] * row[alphaSample][x] / highest;
        }
      }
    };
  }
}
