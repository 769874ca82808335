package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.imageio.LibraryCall;
import dev.astrocat.thumbs.formats.imageio.LibraryReader;
import dev.astrocat.thumbs.formats.imageio.OnePlane;
import dev.astrocat.thumbs.formats.imageio.ProfiledPixels;
import dev.astrocat.thumbs.formats.imageio.RasterPixels;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import dev.astrocat.thumbs.source.SourceBytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;

/** WebP, lossy and lossless; of an animated one the first frame. */
public final class WebpDecoder implements FormatDecoder {

  private static final int BYTES_PER_PIXEL = 8; // the picture and the reader's working arrays

  /** For ServiceLoader. */
  public WebpDecoder() {}

  @Override
  public String id() {
    return "webp";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("webp");
  }

  @Override
  public Match probe(SourceHead head) {
    return head.startsWith(0, "RIFF") && head.startsWith(8, "WEBP") ? Match.BY_CONTENT : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    WebpHeaders headers = WebpHeaders.read(source);
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      BufferedImage image = LibraryCall.translate("WebP", in, () -> read(in, context));
      PixelSource pixels =
          RasterPixels.of(image, info -> info.withOrientation(headers.orientation()));
      return OnePlane.select(
          ProfiledPixels.of(onCanvas(pixels, headers, context), headers.profile()),
          context.selection());
    }
  }

  private static PixelSource onCanvas(
      PixelSource frame, WebpHeaders headers, DecodeContext context) {
    Optional<Placement> animated = headers.place().filter(place -> place.left() >= 0);
    if (animated.isEmpty()) {
      return frame;
    }
    Placement place = animated.get().holding(frame.info().width(), frame.info().height());
    context.checkDimensions(place.width(), place.height());
    return CanvasPixels.of(frame, place);
  }

  private static BufferedImage read(SourceImageInputStream in, DecodeContext context)
      throws IOException {
    ImageReader reader = LibraryReader.WEBP.create(in);
    try {
      reader.setInput(in, false, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      context.checkDimensions(width, height);
      context.reserve((long) width * height * BYTES_PER_PIXEL);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }
}
