package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The thumbnail of an image (XISF 1.0 section 11.12), if it is fit to be shown: the specification
 * does not say whether it is stretched, and some writers leave it black.
 */
final class XisfThumbnail {

  private static final Pattern COLON = Pattern.compile(":");
  private static final int LEAST_SIDE = 16;

  /** The specification recommends at most 1,024. */
  private static final int MOST_SIDE = 4096;

  private static final int BLACK_LEVEL = 40;

  private XisfThumbnail() {}

  static PixelSource open(
      Element thumbnail, Element image, SourceBytes source, DecodeContext context)
      throws IOException {
    ImageElement shape = ImageElement.of(thumbnail, context);
    requireShape(shape, image);
    Planes planes = Planes.of(shape, OptionalInt.empty());
    ImageInfo info =
        ImageInfo.of(
                shape.geometry().width(),
                shape.geometry().height(),
                planes.channels(),
                shape.type())
            .withNature(PixelNature.DISPLAY_READY)
            .withRowOrder(RowOrder.TOP_DOWN);
    PixelSource pixels = XisfDecoder.open(info, planes, source, context);
    require(isVisible(pixels), "it is black");
    return pixels;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw DecodeException.unsupported("XISF: the image's thumbnail is not fit: " + otherwise);
    }
  }

  private static void requireShape(ImageElement thumbnail, Element image) {
    Geometry geometry = thumbnail.geometry();
    require(
        thumbnail.type() == SampleType.U8 || thumbnail.type() == SampleType.U16,
        "its samples are " + thumbnail.type());
    require(
        Math.min(geometry.width(), geometry.height()) >= LEAST_SIDE
            && Math.max(geometry.width(), geometry.height()) <= MOST_SIDE
            && geometry.depth() == 1,
        "it has " + geometry.width() + " x " + geometry.height() + " pixels");
    List<OptionalLong> axes =
        COLON
            .splitAsStream(image.attribute("geometry").orElse(""))
            .limit(2)
            .map(PlainText::unsigned)
            .toList();
    double width = axes.isEmpty() ? 0 : axes.get(0).orElse(0);
    double height = axes.size() < 2 ? 0 : axes.get(1).orElse(0);
    require(
        hasShape(geometry, width, height) || hasShape(geometry, height, width),
        "its shape is not the image's");
  }

  /** Whether sides have the proportions of others, as far as whole pixels can. */
  private static boolean hasShape(Geometry geometry, double width, double height) {
    double difference = geometry.width() * height - geometry.height() * width;
    return width > 0 && height > 0 && Math.abs(difference) <= Math.max(width, height);
  }

  /** Whether at least one sample in a hundred is brighter than nearly black. */
  private static boolean isVisible(PixelSource pixels) throws IOException {
    ImageInfo info = pixels.info();
    RowBand row = new RowBand(info.type(), info.width(), info.channels(), 1);
    long bright = 0;
    for (int y = 0; y < info.height(); y++) {
      pixels.readRows(y, 1, row);
      for (int c = 0; c < info.channels(); c++) {
        bright += brightSamples(row, c);
      }
    }
    return bright * 100 >= (long) info.width() * info.height() * info.channels();
  }

  private static int brightSamples(RowBand row, int channel) {
    int bright = 0;
    for (int x = 0; x < row.width(); x++) {
      int level =
          row.type() == SampleType.U8
              ? row.bytes(channel)[x] & 0xFF
              : (row.shorts(channel)[x] & 0xFFFF) >> 8;
      bright += level > BLACK_LEVEL ? 1 : 0;
    }
    return bright;
  }
}
