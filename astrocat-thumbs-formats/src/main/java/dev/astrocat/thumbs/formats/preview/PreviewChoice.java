package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.formats.imageio.DescribedPixels;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import dev.astrocat.thumbs.formats.jpeg.JpegHeaders;
import dev.astrocat.thumbs.formats.standard.JpegDecoder;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Opens the best of the previews that were found. One thread at a time. */
final class PreviewChoice {

  private final SourceBytes source;
  private final String format;
  private final RawContents contents;
  private final DecodeContext context;
  private final List<ThumbnailException> notJpeg = new ArrayList<>();
  private final List<ThumbnailException> broken = new ArrayList<>();

  PreviewChoice(SourceBytes source, String format, RawContents contents, DecodeContext context) {
    this.source = source;
    this.format = format;
    this.contents = contents;
    this.context = context;
  }

  /**
   * The wanted preview, else the largest that can be decoded.
   *
   * @throws ThumbnailException {@code NO_IMAGE} if the wanted one is not there, {@code
   *     FORMAT_UNSUPPORTED} or {@code DATA_TRUNCATED} if there is none at all
   */
  PixelSource open() throws IOException {
    List<JpegPreview> found = largestFirst();
    if (context.selection().image().isPresent()) {
      int wanted = context.selection().image().getAsInt();
      if (wanted >= found.size()) {
        throw DecodeException.noImage(
            format + ": there is no preview " + wanted + ", but " + found.size() + ", from 0");
      }
      return open(found.get(wanted), "asked for as image " + wanted);
    }
    for (JpegPreview preview : found) {
      if (preview.isWorthShowing(contents)) {
        try {
          return open(preview, reason(preview, found));
        } catch (DecodeException | LimitException e) {
          note(e, broken);
        } catch (EOFException e) {
          note(ended(preview.place(), e), broken);
        }
      }
    }
    throw refusal(found);
  }

  private List<JpegPreview> largestFirst() throws IOException {
    List<JpegPreview> found = new ArrayList<>();
    for (Preview preview : contents.previews()) {
      context.checkpoint();
      try (SourceImageInputStream in = new SourceImageInputStream(slice(preview), context)) {
        JpegHeaders headers = JpegHeaders.read(in);
        if (JpegPreview.isDecodable(headers)) {
          found.add(new JpegPreview(preview, headers));
        }
      } catch (DecodeException e) {
        note(e, notJpeg);
      } catch (EOFException e) {
        note(ended(preview, e), notJpeg);
      }
    }
    found.sort(Comparator.reverseOrder());
    return found;
  }

  private PixelSource open(JpegPreview preview, String reason) throws IOException {
    PixelSource pixels = new JpegDecoder().open(slice(preview.place()), context);
    Orientation orientation = preview.orientation(contents);
    ImageInfo info =
        pixels
            .info()
            .withOrientation(orientation)
            .withEvidence(contents.evidence())
            .withDecision("preview", preview.size(), reason);
    return new DescribedPixels(pixels, info);
  }

  private SourceBytes slice(Preview preview) {
    return new SourceSlice(source, preview.offset(), preview.length());
  }

  private static String reason(JpegPreview preview, List<JpegPreview> found) {
    boolean largest = found.get(0).equals(preview);
    if (found.size() == 1) {
      return "the embedded preview";
    }
    return (largest ? "the largest of " : "the largest usable one of ")
        + found.size()
        + " embedded previews";
  }

  private static DecodeException ended(Preview preview, EOFException cause) {
    String message = "the preview at byte " + preview.offset() + " ends early";
    return new DecodeException(ErrorCode.DATA_TRUNCATED, message, cause);
  }

  /** A smaller preview may do, unless time is over. */
  private static void note(ThumbnailException e, List<ThumbnailException> list) {
    if (e.code() == ErrorCode.LIMIT_TIME || e.code() == ErrorCode.CANCELLED) {
      throw e;
    }
    list.add(e);
  }

  private ThumbnailException refusal(List<JpegPreview> found) {
    ThumbnailException first = firstRefusal(found);
    broken.stream().skip(1).forEach(first::addSuppressed);
    notJpeg.forEach(first::addSuppressed);
    contents.damage().forEach(first::addSuppressed);
    return first;
  }

  private ThumbnailException firstRefusal(List<JpegPreview> found) {
    if (!broken.isEmpty()) {
      return broken.get(0);
    }
    if (contents.isCut()) {
      return DecodeException.truncated(
          format + ": the file ends before its embedded preview does; copy it again");
    }
    String previews =
        found.isEmpty()
            ? "there is no embedded JPEG preview to show instead"
            : "the largest embedded preview has only " + found.get(0).size() + " pixels";
    return DecodeException.unsupported(format + ": " + previews);
  }
}
