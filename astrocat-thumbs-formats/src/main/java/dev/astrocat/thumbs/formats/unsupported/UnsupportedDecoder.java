package dev.astrocat.thumbs.formats.unsupported;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Recognises formats that no decoder of this library reads, so that the error names them. */
public final class UnsupportedDecoder implements FormatDecoder {

  /** For ServiceLoader. */
  public UnsupportedDecoder() {}

  @Override
  public String id() {
    return "unsupported";
  }

  /** None: a folder scan need not look at files that cannot be shown. */
  @Override
  public Set<String> extensions() {
    return Set.of();
  }

  /** Never surer than by name: a decoder that can read such a file goes first. */
  @Override
  public Match probe(SourceHead head) {
    return KnownFormats.nameOf(head).isPresent() ? Match.BY_NAME : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    Optional<String> format = KnownFormats.nameOf(new SourceHead(source));
    throw DecodeException.unsupported(
        format.orElse("this format")
            + " is not supported; convert "
            + source.name()
            + " to TIFF, PNG or JPEG, or add a decoder for it");
  }
}
