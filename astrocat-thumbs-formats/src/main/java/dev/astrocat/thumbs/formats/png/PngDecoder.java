package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.imageio.OnePlane;
import dev.astrocat.thumbs.formats.imageio.ProfiledPixels;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

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
    ChunkReader chunks = new ChunkReader(source);
    Preamble preamble = Preamble.read(chunks, context);
    try (PixelStream stream = new PixelStream(chunks, preamble.pixels(), context)) {
      PackedRows rows = PackedRows.read(preamble.header(), stream, chunks, context);
      Orientation orientation =
          preamble.orientation().isPresent()
              ? preamble.orientation().get()
              : orientationBehind(stream.end(), chunks, context);
      PixelSource pixels = new PngPixels(rows, RowFormat.of(preamble), orientation);
      return OnePlane.select(ProfiledPixels.of(pixels, preamble.profile()), context.selection());
    }
  }

  /** From the chunks before the pixels. */
  @Override
  public ImageInfo inspect(SourceBytes source, DecodeContext context) throws IOException {
    Preamble preamble = Preamble.read(new ChunkReader(source), context);
    return PngPixels.info(
        preamble.header(),
        RowFormat.of(preamble),
        preamble.orientation().orElse(Orientation.IDENTITY));
  }

  /** Some programs append eXIf; nothing that is broken behind the pixels harms the picture. */
  private static Orientation orientationBehind(
      long position, ChunkReader chunks, DecodeContext context) throws IOException {
    Optional<Chunk> chunk = chunks.find(position);
    while (chunk.isPresent() && chunk.get().end() <= chunks.fileBytes()) {
      context.checkpoint();
      Optional<Orientation> found = Preamble.orientationOf(chunk.get(), chunks);
      if (found.isPresent() || chunk.get().type() == Chunk.IEND) {
        return found.orElse(Orientation.IDENTITY);
      }
      chunk = chunks.find(chunk.get().end());
    }
    return Orientation.IDENTITY;
  }
}
