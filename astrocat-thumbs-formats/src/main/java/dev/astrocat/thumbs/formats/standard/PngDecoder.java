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
import java.util.Set;
import javax.imageio.ImageReader;

/** PNG of every colour type and depth; of an animated one the default image. */
public final class PngDecoder implements FormatDecoder {

  /** For ServiceLoader. */
  public PngDecoder() {}

  @Override
  public String id() {
    return "png";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("png", "apng");
  }

  @Override
  public Match probe(SourceHead head) {
    return head.startsWith(0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)
        ? Match.BY_CONTENT
        : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    PngHeaders headers = PngHeaders.read(source);
    context.checkDimensions(headers.width(), headers.height());
    context.reserve(Math.multiplyExact(headers.rowBytes(), headers.height()));
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      PixelSource pixels =
          PackedPng.reads(headers)
              ? PackedPng.open(in, headers)
              : RasterPixels.of(read(in), info -> info.withOrientation(headers.orientation()));
      return OnePlane.select(ProfiledPixels.of(pixels, headers.profile()), context.selection());
    }
  }

  private static BufferedImage read(SourceImageInputStream in) throws IOException {
    return LibraryCall.translate(
        "PNG",
        in,
        () -> {
          ImageReader reader = LibraryReader.JDK_PNG.create();
          try {
            reader.setInput(in, true, true);
            return reader.read(0);
          } finally {
            reader.dispose();
          }
        });
  }
}
