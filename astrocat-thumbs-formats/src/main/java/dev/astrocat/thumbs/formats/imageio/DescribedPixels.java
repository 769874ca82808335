package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;

/**
 * Decoded rows with more of what is known about them.
 *
 * @param rows the rows
 * @param info what they are like, of the same shape as the rows say
 */
public record DescribedPixels(PixelSource rows, ImageInfo info) implements PixelSource {

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    rows.readRows(firstRow, rowCount, band);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
