package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.imageio.LibraryCall;
import dev.astrocat.thumbs.formats.imageio.LibraryReader;
import dev.astrocat.thumbs.formats.imageio.OnePlane;
import dev.astrocat.thumbs.formats.imageio.RasterPixels;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import dev.astrocat.thumbs.source.SourceBytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageReader;

/** BMP. */
public final class BmpDecoder implements FormatDecoder {

  /** For ServiceLoader. */
  public BmpDecoder() {}

  @Override
  public String id() {
    return "bmp";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("bmp", "dib");
  }

  @Override
  public Match probe(SourceHead head) {
    return head.startsWith(0, "BM") ? Match.BY_CONTENT : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      BufferedImage image =
          LibraryCall.translate(
              "BMP",
              in,
              () -> {
                ImageReader reader = LibraryReader.JDK_BMP.create();
                try {
                  reader.setInput(in, true, true);
                  return reader.read(0);
                } finally {
                  reader.dispose();
                }
              });
      return OnePlane.select(RasterPixels.of(image, info -> info), context.selection());
    }
  }
}
