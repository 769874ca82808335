package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;

/**
 * A file that was decoded whole.
 *
 * @param info what the decoder says of it
 * @param samples values of each channel, row by row
 */
record DecodedPng(ImageInfo info, int[][] samples) {

  private static final int ROWS_A_TIME = 3;

  static DecodedPng of(byte[] file) throws IOException {
    return of(file, new DecodeContext(Limits.defaults(), ImageSelection.DEFAULT));
  }

  /** Decodes, a few rows at a time. */
  static DecodedPng of(byte[] file, DecodeContext context) throws IOException {
    try (SourceBytes source = ImageSource.of("test.png", file).open(context.limits());
        PixelSource image = new PngDecoder().open(source, context)) {
      return new DecodedPng(image.info(), read(image));
    }
  }

  private static int[][] read(PixelSource image) throws IOException {
    ImageInfo info = image.info();
    int width = info.width();
    int[][] samples = new int[info.channels()][width * info.height()];
    RowBand band = new RowBand(info.type(), width, info.channels(), ROWS_A_TIME);
    for (int row = 0; row < info.height(); row += ROWS_A_TIME) {
      int rows = Math.min(ROWS_A_TIME, info.height() - row);
      image.readRows(row, rows, band);
      for (int c = 0; c < info.channels(); c++) {
        for (int i = 0; i < rows * width; i++) {
          samples[c][row * width + i] =
              info.type() == SampleType.U8 ? band.bytes(c)[i] & 0xFF : band.shorts(c)[i] & 0xFFFF;
        }
      }
    }
    return samples;
  }
}
