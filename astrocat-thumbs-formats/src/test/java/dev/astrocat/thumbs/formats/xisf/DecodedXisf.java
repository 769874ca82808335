package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that was decoded whole.
 *
 * @param info what the decoder says of it
 * @param planes samples of each channel, in the array of their type
 */
record DecodedXisf(ImageInfo info, List<Object> planes) {

  /** A use of an image while it is open. */
  @FunctionalInterface
  interface Use<T> {
    T of(PixelSource image) throws IOException;
  }

  static DecodedXisf of(byte[] file) throws IOException {
    return of(file, ImageSelection.DEFAULT);
  }

  static DecodedXisf of(byte[] file, ImageSelection selection) throws IOException {
    return opened(file, selection, DecodedXisf::whole);
  }

  /** What comes of an image that is open only for that. */
  static <T> T opened(byte[] file, ImageSelection selection, Use<T> use) throws IOException {
    return opened(file, new DecodeContext(Limits.defaults(), selection), use);
  }

  static <T> T opened(byte[] file, DecodeContext context, Use<T> use) throws IOException {
    try (SourceBytes source = ImageSource.of("test.xisf", file).open(context.limits());
        PixelSource image = new XisfDecoder().open(source, context)) {
      return use.of(image);
    }
  }

  /** All rows at once. */
  static DecodedXisf whole(PixelSource image) throws IOException {
    return inBands(image, image.info().height());
  }

  /** All rows, so many at a time. */
  static DecodedXisf inBands(PixelSource image, int rows) throws IOException {
    ImageInfo info = image.info();
    RowBand all = new RowBand(info.type(), info.width(), info.channels(), info.height());
    RowBand band = new RowBand(info.type(), info.width(), info.channels(), rows);
    for (int first = 0; first < info.height(); first += rows) {
      int count = Math.min(rows, info.height() - first);
      image.readRows(first, count, band);
      for (int c = 0; c < info.channels(); c++) {
        System.arraycopy(
            band.plane(c), 0, all.plane(c), first * info.width(), count * info.width());
      }
    }
    List<Object> planes = new ArrayList<>();
    for (int c = 0; c < info.channels(); c++) {
      planes.add(all.plane(c));
    }
    return new DecodedXisf(info, planes);
  }

  /** The code that a file fails with; a picture fails the test. */
  static ErrorCode failure(byte[] file) {
    return failure(file, ImageSelection.DEFAULT);
  }

  static ErrorCode failure(byte[] file, ImageSelection selection) {
    try {
      of(file, selection);
    } catch (ThumbnailException e) {
      assertThat(e.getMessage()).startsWith(e instanceof DecodeException ? "XISF" : "the image");
      return e.code();
    } catch (EOFException e) {
      return ErrorCode.DATA_TRUNCATED;
    } catch (IOException e) {
      throw new AssertionError("no file is read here", e);
    }
    throw new AssertionError("a picture");
  }
}
