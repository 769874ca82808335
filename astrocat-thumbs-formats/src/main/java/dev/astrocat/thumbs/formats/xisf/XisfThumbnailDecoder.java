package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Set;

/**
 * Shows the thumbnail that an XISF file carries, where its image cannot be read: complex numbers,
 * an unknown compression, pixels in another file. Thread-safe.
 */
public final class XisfThumbnailDecoder implements FormatDecoder {

  @Override
  public String id() {
    return "xisf-thumbnail";
  }

  /** Those of the decoder that it stands in for. */
  @Override
  public Set<String> extensions() {
    return Set.of("xisf");
  }

  @Override
  public Match probe(SourceHead head) {
    return Signature.of(head) == Signature.MONOLITHIC ? Match.BY_PREVIEW : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    Unit unit = HeaderReader.read(source, context);
    Element image = ImageChoice.from(unit, context).element();
    Element thumbnail =
        unit.children(image, "Thumbnail")
            .findFirst()
            .orElseThrow(() -> DecodeException.unsupported("XISF: the image has no thumbnail"));
    try {
      return XisfThumbnail.open(thumbnail, image, source, context);
    } catch (DecodeException e) {
      // What is wrong with the image tells more than what is wrong with its thumbnail.
      throw new DecodeException(
          ErrorCode.FORMAT_UNSUPPORTED, "XISF: no thumbnail to show: " + e.getMessage(), e);
    }
  }
}
