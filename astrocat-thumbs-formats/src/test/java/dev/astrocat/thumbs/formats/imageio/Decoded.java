package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;

/**
 * A file that a decoder read whole, for comparisons.
 *
 * @param info what the decoder says of it
 * @param samples values of each channel, row by row
 */
public record Decoded(ImageInfo info, double[][] samples) {

  private static final int ROWS_A_TIME = 3;

  /** Decodes with the default limits. */
  public static Decoded of(FormatDecoder decoder, byte[] file) throws IOException {
    return of(decoder, file, ImageSelection.DEFAULT);
  }

  /** Decodes one picture of several, or one plane. */
  public static Decoded of(FormatDecoder decoder, byte[] file, ImageSelection selection)
      throws IOException {
    DecodeContext context = new DecodeContext(Limits.defaults(), selection);
    try (SourceBytes source = ImageSource.of("picture", file).open(context.limits());
        PixelSource image = decoder.open(source, context)) {
      return new Decoded(image.info(), read(image));
    }
  }

  /** What a decoder thinks of a file. */
  public static Match probe(FormatDecoder decoder, String name, byte[] file) throws IOException {
    try (SourceBytes source = ImageSource.of(name, file).open(Limits.defaults())) {
      return decoder.probe(new SourceHead(source));
    }
  }

  private static double[][] read(PixelSource image) throws IOException {
    ImageInfo info = image.info();
    double[][] samples = new double[info.channels()][info.width() * info.height()];
    RowBand band = new RowBand(info.type(), info.width(), info.channels(), ROWS_A_TIME);
    for (int row = 0; row < info.height(); row += ROWS_A_TIME) {
      int rows = Math.min(ROWS_A_TIME, info.height() - row);
      image.readRows(row, rows, band);
      for (int c = 0; c < info.channels(); c++) {
        for (int i = 0; i < rows * info.width(); i++) {
          samples[c][row * info.width() + i] = value(band, c, i);
        }
      }
    }
    return samples;
  }

  private static double value(RowBand band, int channel, int index) {
    return switch (band.type()) {
      case U8 -> band.bytes(channel)[index] & 0xFF;
      case S16 -> band.shorts(channel)[index];
      case U16 -> band.shorts(channel)[index] & 0xFFFF;
      case S32 -> band.ints(channel)[index];
      case U32 -> band.ints(channel)[index] & 0xFFFFFFFFL;
      case S64 -> band.longs(channel)[index];
      case U64 -> {
        long value = band.longs(channel)[index];
        yield value < 0 ? value + 0x1p64 : value;
      }
      case F32 -> band.floats(channel)[index];
      case F64 -> band.doubles(channel)[index];
    };
  }
}
