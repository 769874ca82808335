package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.DecodeException;
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

/**
 * JPEG: baseline, progressive and lossless; grey, RGB, YCbCr, CMYK and YCCK. The JDK's reader takes
 * what it takes well, TwelveMonkeys' the rest. A file that ends early gives the rows that it has.
 */
public final class JpegDecoder implements FormatDecoder {

  private static final int LOSSLESS = 3;
  private static final int PROGRESSIVE = 2;

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
    return head.startsWith(0, 0xFF, 0xD8, 0xFF) ? Match.BY_CONTENT : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      JpegHeaders headers = JpegHeaders.read(in);
      requireReadable(headers);
      context.checkDimensions(headers.width(), headers.height());
      reserve(headers, context);
      BufferedImage image = decode(in, headers);
      PixelSource pixels =
          RasterPixels.of(image, info -> info.withOrientation(headers.orientation()));
      Optional<byte[]> profile = headers.components() == 3 ? headers.profile() : Optional.empty();
      return OnePlane.select(ProfiledPixels.of(pixels, profile), context.selection());
    }
  }

  private static void requireReadable(JpegHeaders headers) {
    int frame = headers.frame();
    if (frame > LOSSLESS) {
      throw DecodeException.unsupported(
          "JPEG with " + (frame >= 9 ? "arithmetic coding" : "a hierarchical frame")
              + " (SOF" + frame + ") is not supported");
    }
    if (headers.precision() != 8 && frame != LOSSLESS) {
      throw DecodeException.unsupported(
          "JPEG of " + headers.precision() + " bits is not supported, only of 8");
    }
    if (headers.components() < 1 || headers.components() > 4) {
      throw DecodeException.malformed("JPEG: " + headers.components() + " components");
    }
  }

  /** The picture itself, and for progressive frames all coefficients, 2 bytes each. */
  private static void reserve(JpegHeaders headers, DecodeContext context) {
    long samples = (long) headers.width() * headers.height() * headers.components();
    context.reserve(samples * (headers.frame() == PROGRESSIVE ? 3 : headers.precision() > 8 ? 2 : 1));
  }

  private static BufferedImage decode(SourceImageInputStream in, JpegHeaders headers)
      throws IOException {
    boolean plain = headers.components() != 4 && headers.frame() != LOSSLESS;
    if (plain) {
      try {
        return read(in, LibraryReader.JDK_JPEG, headers);
      } catch (DecodeException e) {
        // Its metadata rules are stricter than the format's; the other reader mends segments.
        return read(in, LibraryReader.ODD_JPEG, headers);
      }
    }
    return read(in, LibraryReader.ODD_JPEG, headers);
  }

  private static BufferedImage read(
      SourceImageInputStream in, LibraryReader library, JpegHeaders headers) throws IOException {
    return LibraryCall.translate(
        "JPEG",
        in,
        () -> {
          in.seek(0);
          ImageReader reader = library.create();
          try {
            reader.setInput(in, false, true);
            return reader.read(0, JpegColours.withoutProfile(reader, headers));
          } finally {
            reader.dispose();
          }
        });
  }
}
