package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.corridor.FailureTranslator.Room;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;

/**
 * A decoder's image whose failures are told as the decoder's, though they show while it is measured
 * or rendered.
 *
 * @param image the decoder's image
 * @param name name of the source
 */
record GuardedPixels(PixelSource image, String name) implements PixelSource {

  @Override
  public ImageInfo info() {
    return image.info();
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) {
    FailureTranslator.translating(
        Room.DECODE,
        name,
        () -> {
          image.readRows(firstRow, rowCount, band);
          return band;
        });
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
