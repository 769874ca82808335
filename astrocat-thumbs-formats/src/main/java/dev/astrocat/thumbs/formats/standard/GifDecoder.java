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

/** GIF: its first frame, in its place on the logical screen. */
public final class GifDecoder implements FormatDecoder {

  /** For ServiceLoader. */
  public GifDecoder() {}

  @Override
  public String id() {
    return "gif";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("gif");
  }

  @Override
  public Match probe(SourceHead head) {
    return head.startsWith(0, "GIF87a") || head.startsWith(0, "GIF89a")
        ? Match.BY_CONTENT
        : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      GifHeaders headers = GifHeaders.read(in);
      context.checkDimensions(headers.place().width(), headers.place().height());
      context.checkDimensions(headers.frameWidth(), headers.frameHeight());
      context.reserve((long) headers.frameWidth() * headers.frameHeight());
      BufferedImage frame =
          LibraryCall.translate(
              "GIF",
              in,
              () -> {
                in.seek(0);
                ImageReader reader = LibraryReader.JDK_GIF.create(in);
                try {
                  reader.setInput(in, true, true);
                  return reader.read(0);
                } finally {
                  reader.dispose();
                }
              });
      PixelSource canvas = CanvasPixels.of(RasterPixels.of(frame, info -> info), headers.place());
      return OnePlane.select(canvas, context.selection());
    }
  }
}
