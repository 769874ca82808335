package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.fits.tile.TiledSamples;
import dev.astrocat.thumbs.formats.samples.PlainSamples;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import dev.astrocat.thumbs.formats.samples.SampledImage;
import dev.astrocat.thumbs.formats.unpack.Bzip2Stream;
import dev.astrocat.thumbs.formats.unpack.GzipStream;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads FITS 4.0: plain images straight from the file, tile-compressed ones tile by tile, either of
 * them inside gzip or bzip2 too. Thread-safe.
 */
public final class FitsDecoder implements FormatDecoder {

  @Override
  public String id() {
    return "fits";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("fits", "fit", "fts", "fz", "fits.gz", "fit.gz", "fts.gz", "fz.gz");
  }

  @Override
  public Match probe(SourceHead head) {
    return Signature.match(head);
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    FitsInput input = input(source, context);
    boolean opened = false;
    try {
      PixelSource image = open(input, context);
      opened = true;
      return image;
    } finally {
      if (!opened) {
        input.close(); // a spooled file must not stay behind
      }
    }
  }

  private static FitsInput input(SourceBytes source, DecodeContext context) throws IOException {
    ByteBuffer start = ByteBuffer.allocate((int) Math.min(source.size(), Signature.BYTES));
    source.readFully(start, 0);
    return switch (Signature.of(start.flip())) {
      case GZIP -> new UnpackedInput(new GzipStream(source), context);
      case BZIP2 -> new UnpackedInput(new Bzip2Stream(source), context);
      case UNIX_COMPRESS ->
          throw DecodeException.unsupported("FITS inside Unix compress (.Z); unpack it first");
      case FITS, OTHER -> new PlainInput(source);
    };
  }

  private static PixelSource open(FitsInput input, DecodeContext context) throws IOException {
    ImageChoice choice = ImageChoice.from(input, context);
    Hdu hdu = choice.hdu();
    boolean tiled = hdu.isTileCompressed();
    List<Long> lengths = lengths(hdu.header(), tiled ? "ZNAXIS" : "NAXIS");
    Axes axes = Axes.of(lengths, context);
    hdu.requireData(input);
    SampleType type = hdu.header().sampleType(tiled ? "ZBITPIX" : "BITPIX");
    SampleReader samples =
        tiled
            ? TiledSamples.open(input, hdu.header(), hdu.dataOffset(), hdu.dataBytes(), context)
            : new PlainSamples(input, input, type, ByteOrder.BIG_ENDIAN, hdu.dataOffset());
    return new SampledImage(info(choice, axes, type, context), axes, samples);
  }

  private static ImageInfo info(
      ImageChoice choice, Axes axes, SampleType type, DecodeContext context) {
    Header own = choice.hdu().header();
    ImageInfo info =
        ImageInfo.of((int) axes.width(), (int) axes.height(), axes.channels(), type)
            .withNature(PixelNature.LINEAR)
            .withScaling(FrameKeywords.scaling(own))
            .withBlank(type.isFloat() ? OptionalLong.empty() : blank(own))
            .withDecision("image", choice.hdu().toString(), choice.reason());
    boolean choosable = axes.planes() > 1;
    ImageInfo planed = choosable ? withPlane(info, axes, context) : info;
    ImageInfo shown = DisplayKeywords.describe(planed, own);
    return FrameKeywords.describe(shown, choice.header(), axes);
  }

  private static ImageInfo withPlane(ImageInfo info, Axes axes, DecodeContext context) {
    if (axes.channels() > 1) {
      String reason = axes.isInterleaved() ? "colours on the first axis" : "three planes";
      return info.withDecision("plane", "colour", reason);
    }
    String reason =
        context.selection().plane().isPresent() ? "asked for" : "the first of " + axes.planes();
    return info.withDecision("plane", String.valueOf(axes.firstPlane()), reason);
  }

  /** BLANK, or ZBLANK of a compressed image (FITS 4.0 sections 5.3 and 10.1.2). */
  private static OptionalLong blank(Header own) {
    OptionalLong blank = own.integer("BLANK");
    return blank.isPresent() ? blank : own.integer("ZBLANK");
  }

  private static List<Long> lengths(Header header, String naxis) {
    int axes = (int) header.require(naxis, 0, Hdu.MAX_AXES);
    List<Long> lengths = new ArrayList<>(axes);
    for (int axis = 1; axis <= axes; axis++) {
      lengths.add(header.require(naxis + axis, 1, Long.MAX_VALUE));
    }
    return lengths;
  }
}
