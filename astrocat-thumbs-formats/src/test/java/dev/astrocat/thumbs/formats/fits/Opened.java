package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.lang.reflect.Array;

/**
 * A file that was decoded whole.
 *
 * @param info what the decoder says of it
 * @param samples stored samples of each channel, as double
 */
public record Opened(ImageInfo info, double[][] samples) {

  private static final int ROWS_A_TIME = 3;

  /** Decodes with the default limits. */
  public static Opened of(byte[] file) throws IOException {
    return of(file, ImageSelection.DEFAULT);
  }

  /** Decodes one picture of several. */
  public static Opened of(byte[] file, ImageSelection selection) throws IOException {
    return of(file, new DecodeContext(Limits.defaults(), selection));
  }

  /** Decodes within a context, a few rows at a time. */
  public static Opened of(byte[] file, DecodeContext context) throws IOException {
    try (SourceBytes source = ImageSource.of("test.fits", file).open(context.limits());
        PixelSource image = new FitsDecoder().open(source, context)) {
      return new Opened(image.info(), read(image));
    }
  }

  /** What the decoder thinks of a file. */
  static Match probe(String name, byte[] file) throws IOException {
    try (SourceBytes source = ImageSource.of(name, file).open(Limits.defaults())) {
      return new FitsDecoder().probe(new SourceHead(source));
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
          Object sample = Array.get(band.plane(c), i);
          boolean unsigned = sample instanceof Byte;
          double value = ((Number) sample).doubleValue();
          samples[c][row * info.width() + i] = unsigned && value < 0 ? value + 256 : value;
        }
      }
    }
    return samples;
  }
}
