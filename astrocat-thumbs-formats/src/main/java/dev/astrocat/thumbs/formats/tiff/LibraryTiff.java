package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.formats.imageio.DescribedPixels;
import dev.astrocat.thumbs.formats.imageio.LibraryCall;
import dev.astrocat.thumbs.formats.imageio.LibraryReader;
import dev.astrocat.thumbs.formats.imageio.RasterPixels;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import dev.astrocat.thumbs.source.SourceBytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Fax codes and old-style JPEG, through TwelveMonkeys; our own checks have passed before. */
final class LibraryTiff {

  private LibraryTiff() {}

  static PixelSource open(SourceBytes source, TiffImage image, Page page, DecodeContext context)
      throws IOException {
    context.reserve(
        Math.multiplyExact(image.rowBytes(), (long) image.height())
            * (image.planar() ? image.samples() : 1));
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      BufferedImage decoded = LibraryCall.translate("TIFF", in, () -> read(in, page.index()));
      PixelSource pixels = RasterPixels.of(decoded, info -> info);
      return new DescribedPixels(pixels, TiffDecoder.describe(pixels.info(), image.directory()));
    }
  }

  private static BufferedImage read(SourceImageInputStream in, int page) throws IOException {
    ImageReader reader = LibraryReader.TIFF.create(in);
    try {
      reader.setInput(in, false, true);
      return reader.read(page);
    } finally {
      reader.dispose();
    }
  }
}
