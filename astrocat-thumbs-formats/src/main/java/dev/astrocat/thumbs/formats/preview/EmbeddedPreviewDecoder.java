package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.raw.RawFormats;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Set;

/**
 * Camera RAW files by the JPEG pictures that the camera put into them; stands in where the sensor's
 * data cannot be read. An image is chosen by its place in the list of previews, largest first.
 */
public final class EmbeddedPreviewDecoder implements FormatDecoder {

  /** For ServiceLoader. */
  public EmbeddedPreviewDecoder() {}

  @Override
  public String id() {
    return "embedded-preview";
  }

  @Override
  public Set<String> extensions() {
    return RawFormats.extensions();
  }

  @Override
  public Match probe(SourceHead head) {
    return RawFormats.kind(head).isPresent() ? Match.BY_PREVIEW : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    SourceHead head = new SourceHead(source);
    RawContents contents = new RawContents(source.size());
    Containers.of(head).find(source, contents);
    String format = RawFormats.kind(head).orElse("this file");
    return new PreviewChoice(source, format, contents, context).open();
  }
}
