package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.imageio.ColourProfile;
import dev.astrocat.thumbs.formats.imageio.OnePlane;
import dev.astrocat.thumbs.formats.imageio.ProfiledPixels;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TIFF and BigTIFF: any page, integers of 1 to 64 bits and floats, in their native type. */
public final class TiffDecoder implements FormatDecoder {

  private static final int MAX_DESCRIPTION_BYTES = 1 << 20;
  private static final int MAX_NAME_BYTES = 256;

  /** For ServiceLoader. */
  public TiffDecoder() {}

  @Override
  public String id() {
    return "tiff";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("tif", "tiff", "btf", "tf8");
  }

  @Override
  public Match probe(SourceHead head) {
    boolean tiff = TiffFile.hasMagic(head.start()) && CameraRaw.kind(head).isEmpty();
    return tiff ? Match.BY_CONTENT : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    TiffFile file = TiffFile.open(TiffBytes.of(source));
    Page page = Page.select(file, context.selection());
    TiffImage image = TiffImage.of(page.directory(), file.order(), source.size(), context);
    PixelSource pixels =
        image.compression() == Compression.LIBRARY
            ? LibraryTiff.open(source, image, page, context)
            : open(source, image, context);
    return OnePlane.select(
        ProfiledPixels.of(pixels, profile(image.directory())), context.selection());
  }

  /** From the tags, but where only a library knows what it makes of them. */
  @Override
  public ImageInfo inspect(SourceBytes source, DecodeContext context) throws IOException {
    TiffFile file = TiffFile.open(TiffBytes.of(source));
    Page page = Page.select(file, context.selection());
    TiffImage image = TiffImage.of(page.directory(), file.order(), source.size(), context);
    return image.compression() == Compression.LIBRARY
        ? FormatDecoder.super.inspect(source, context)
        : info(image, TiffColours.of(image));
  }

  private static PixelSource open(SourceBytes source, TiffImage image, DecodeContext context)
      throws IOException {
    TiffColours colours = TiffColours.of(image);
    ChunkReader chunks = new ChunkReader(source, image, context);
    TiffRows rows = new TiffRows(image, colours, chunks);
    ImageInfo info = info(image, colours);
    if (rows.direct()) {
      requireComplete(source, image);
      return TiffPixels.direct(info, rows);
    }
    // Two chunks, one as stored and one decoded, besides the planes.
    context.reserve(Math.multiplyExact(2, image.chunkBytes(image.grid().storedRows(0))));
    return TiffPixels.decoded(info, rows, image.grid().height(), context);
  }

  private static ImageInfo info(TiffImage image, TiffColours colours) throws IOException {
    ImageInfo info =
        ImageInfo.of(image.width(), image.height(), colours.channels(), colours.type());
    SampleFormat format = image.format();
    boolean narrow =
        format.kind() == SampleFormat.Kind.UNSIGNED && format.bits() > 8 && format.bits() % 16 != 0;
    if (narrow && colours.type() != SampleType.U8) {
      info = info.withRange(new Range(0, format.highest()));
    }
    return describe(info, image.directory());
  }

  /** Adds what the tags say about the picture as a whole. */
  static ImageInfo describe(ImageInfo info, TiffDirectory tags) throws IOException {
    return info.withOrientation(Orientation.ofExif((int) tags.first(Tag.ORIENTATION, 1)))
        .withNature(info.type() == SampleType.U8 ? PixelNature.DISPLAY_READY : PixelNature.UNKNOWN)
        .withEvidence(evidence(tags));
  }

  private static List<Evidence> evidence(TiffDirectory tags) throws IOException {
    String program = tags.text(Tag.SOFTWARE, MAX_NAME_BYTES).strip();
    List<Evidence> evidence =
        new ArrayList<>(FitsText.cards(tags.text(Tag.IMAGE_DESCRIPTION, MAX_DESCRIPTION_BYTES)));
    if (!program.isEmpty()) {
      evidence.add(new Evidence("SOFTWARE", program));
    }
    return evidence;
  }

  /** Before any pixel is read: the rows that the tags promise are all in the file. */
  private static void requireComplete(SourceBytes source, TiffImage image) {
    ChunkGrid grid = image.grid();
    for (int row = 0; row < grid.down(); row++) {
      int rows = Math.min(grid.height(), image.height() - row * grid.height());
      long needed = image.chunkBytes(rows);
      for (int sample = 0; sample < (image.planar() ? image.samples() : 1); sample++) {
        for (int column = 0; column < grid.across(); column++) {
          int chunk = image.chunk(column, row, sample);
          if (needed > source.size() - image.offsets()[chunk]) {
            throw DecodeException.truncated(
                "TIFF: the file ends inside strip or tile " + chunk + "; copy it again");
          }
        }
      }
    }
  }

  private static Optional<byte[]> profile(TiffDirectory tags) throws IOException {
    byte[] profile = tags.bytes(Tag.ICC_PROFILE, ColourProfile.MAX_BYTES);
    return profile.length == 0 ? Optional.empty() : Optional.of(profile);
  }
}
