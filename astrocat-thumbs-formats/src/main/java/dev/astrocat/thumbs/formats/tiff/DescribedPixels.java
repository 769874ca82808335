package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;

/** Decoded rows with what the tags say about them. */
record DescribedPixels(PixelSource rows, ImageInfo info) implements PixelSource {

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    rows.readRows(firstRow, rowCount, band);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
