package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.imageio.OnePlane;
import dev.astrocat.thumbs.formats.imageio.ProfiledPixels;
import dev.astrocat.thumbs.formats.imageio.RasterPixels;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import dev.astrocat.thumbs.formats.jpeg.JpegHeaders;
import dev.astrocat.thumbs.formats.jpeg.JpegPicture;
import dev.astrocat.thumbs.source.SourceBytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * JPEG: baseline, progressive and lossless; grey, RGB, YCbCr, CMYK and YCCK. A file that ends early
 * gives the rows that it has.
 */
public final class JpegDecoder implements FormatDecoder {

  /** For ServiceLoader. */
  public JpegDecoder() {}

  @Override
  public String id() {
    return "jpeg";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("jpg", "jpeg", "jpe", "jfif");
  }

  @Override
  public Match probe(SourceHead head) {
    return head.startsWith(0, 0xFF, 0xD8) ? Match.BY_CONTENT : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      JpegPicture picture = JpegPicture.open(in, context);
      JpegHeaders headers = picture.headers();
      Orientation orientation = headers.orientation().orElse(Orientation.IDENTITY);
      BufferedImage image = picture.image();
      PixelSource pixels =
          RasterPixels.of(image, info -> complete(picture, info.withOrientation(orientation)));
      Optional<byte[]> profile = headers.components() == 3 ? headers.profile() : Optional.empty();
      return OnePlane.select(ProfiledPixels.of(pixels, profile), context.selection());
    }
  }

  /** From the markers; whether the data is complete is not known. */
  @Override
  public ImageInfo inspect(SourceBytes source, DecodeContext context) throws IOException {
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      JpegHeaders headers = JpegPicture.open(in, context).headers();
      boolean bytes = headers.precision() <= 8;
      return ImageInfo.of(
              headers.width(),
              headers.height(),
              headers.components() == 1 ? 1 : 3,
              bytes ? SampleType.U8 : SampleType.U16)
          .withNature(bytes ? PixelNature.DISPLAY_READY : PixelNature.UNKNOWN)
          .withOrientation(headers.orientation().orElse(Orientation.IDENTITY));
    }
  }

  private static ImageInfo complete(JpegPicture picture, ImageInfo info) {
    return picture.isCut()
        ? info.withDecision("complete", "no", "the file ends early; the rest is grey")
        : info;
  }
}
