package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import dev.astrocat.thumbs.formats.samples.SampledImage;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Set;

/**
 * Reads XISF 1.0: plain images straight from the file, compressed ones unpacked into memory.
 * Thread-safe.
 */
public final class XisfDecoder implements FormatDecoder {

  @Override
  public String id() {
    return "xisf";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("xisf");
  }

  @Override
  public Match probe(SourceHead head) {
    return Signature.match(head);
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    Unit unit = HeaderReader.read(source, context);
    ImageChoice choice = ImageChoice.from(unit, context);
    ImageElement image = ImageElement.of(choice.element(), context);
    Planes planes = Planes.of(image, context.selection().plane());
    ImageInfo info = info(unit, choice, planes);
    return open(info, planes, source, context);
  }

  /** From the XML; a compressed block stays packed, and no checksum is computed. */
  @Override
  public ImageInfo inspect(SourceBytes source, DecodeContext context) throws IOException {
    Unit unit = HeaderReader.read(source, context);
    ImageChoice choice = ImageChoice.from(unit, context);
    ImageElement image = ImageElement.of(choice.element(), context);
    Planes planes = Planes.of(image, context.selection().plane());
    DataBlock block = DataBlock.of(Location.of(image.element(), source, context));
    return block.describe(info(unit, choice, planes));
  }

  /** Opens the pixels of an image or a thumbnail. */
  static PixelSource open(ImageInfo info, Planes planes, SourceBytes source, DecodeContext context)
      throws IOException {
    ImageElement image = planes.image();
    long bytes = image.bytes();
    DataBlock block = DataBlock.of(Location.of(image.element(), source, context));
    SampleReader samples = block.samples(image.type(), bytes, context);
    return new SampledImage(block.describe(info), planes, samples);
  }

  private static ImageInfo info(Unit unit, ImageChoice choice, Planes planes) {
    ImageElement image = planes.image();
    Geometry geometry = image.geometry();
    ImageInfo info =
        ImageInfo.of(geometry.width(), geometry.height(), planes.channels(), image.type())
            .withNature(PixelNature.LINEAR)
            .withRowOrder(RowOrder.LOOK_DECIDES)
            .withDecision("image", choice.name(), choice.reason());
    return FrameDescription.describe(info, unit, planes);
  }
}
