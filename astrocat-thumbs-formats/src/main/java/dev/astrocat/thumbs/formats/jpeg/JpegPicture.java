package dev.astrocat.thumbs.formats.jpeg;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.imageio.LibraryCall;
import dev.astrocat.thumbs.formats.imageio.LibraryReader;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Decodes a JPEG stream whose headers have been read. The JDK's reader takes what it takes well,
 * TwelveMonkeys' the rest. One thread at a time.
 */
public final class JpegPicture {

  private static final int LOSSLESS = 3;
  private static final int PROGRESSIVE = 2;
  private static final int USUAL_SCANS = 10;

  /** About 5 seconds of native code, in which nothing can stop a decoder. */
  private static final long MAX_SCANNED_PIXELS = 2_500_000_000L;

  private final SourceImageInputStream in;
  private final JpegHeaders headers;
  private boolean cut;

  private JpegPicture(SourceImageInputStream in, JpegHeaders headers) {
    this.in = in;
    this.headers = headers;
  }

  /**
   * Reads the headers, checks them and books the memory.
   *
   * @throws DecodeException {@code FORMAT_UNSUPPORTED}, {@code DATA_MALFORMED} or {@code
   *     DATA_TRUNCATED}
   */
  public static JpegPicture open(SourceImageInputStream in, DecodeContext context)
      throws IOException {
    JpegHeaders headers = JpegHeaders.read(in);
    requireReadable(headers);
    context.checkDimensions(headers.width(), headers.height());
    requireData(headers);
    reserve(headers, context);
    return new JpegPicture(in, headers);
  }

  /** What the markers say. */
  public JpegHeaders headers() {
    return headers;
  }

  /** Whether the data ended before the picture did; what is missing is grey. */
  public boolean isCut() {
    return cut;
  }

  /** Grey or RGB, as the stream's own profile has it. */
  public BufferedImage image() throws IOException {
    return read(reader -> reader.read(0, JpegColours.withoutProfile(reader, headers)));
  }

  /** The components as they are coded, without any conversion of colours. */
  public Raster components() throws IOException {
    return read(reader -> reader.readRaster(0, null));
  }

  private static void requireReadable(JpegHeaders headers) {
    int frame = headers.frame();
    if (frame > LOSSLESS) {
      throw DecodeException.unsupported(
          "JPEG with "
              + (frame >= 9 ? "arithmetic coding" : "a hierarchical frame")
              + " (SOF"
              + frame
              + ") is not supported");
    }
    if (headers.precision() != 8 && frame != LOSSLESS) {
      throw DecodeException.unsupported(
          "JPEG of " + headers.precision() + " bits is not supported, only of 8");
    }
    if (headers.components() < 1 || headers.components() > 4) {
      throw DecodeException.malformed("JPEG: " + headers.components() + " components");
    }
  }

  /** Not more work than data: even an empty picture takes a bit for each 16 x 16 pixels. */
  private static void requireData(JpegHeaders headers) {
    long scanned = (long) headers.width() * headers.height() * headers.scans();
    if (headers.scans() > USUAL_SCANS && scanned > MAX_SCANNED_PIXELS) {
      throw DecodeException.malformed(
          "JPEG: too many scans, "
              + headers.scans()
              + " of "
              + headers.width()
              + " x "
              + headers.height()
              + " pixels");
    }
    long units = ((headers.width() + 15L) / 16) * ((headers.height() + 15L) / 16);
    if (8 * headers.scanBytes() < units) {
      throw DecodeException.truncated(
          "JPEG: "
              + headers.scanBytes()
              + " bytes for "
              + headers.width()
              + " x "
              + headers.height()
              + " pixels; copy the file again");
    }
  }

  /** The picture itself, and for progressive frames all coefficients, 2 bytes each. */
  private static void reserve(JpegHeaders headers, DecodeContext context) {
    long samples = (long) headers.width() * headers.height() * headers.components();
    context.reserve(
        samples * (headers.frame() == PROGRESSIVE ? 3 : headers.precision() > 8 ? 2 : 1));
  }

  /** What to ask a reader for. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(ImageReader reader) throws IOException;
  }

  private <T> T read(Question<T> question) throws IOException {
    if (headers.components() == 4 || headers.frame() == LOSSLESS) {
      return read(LibraryReader.ODD_JPEG, question);
    }
    try {
      T answer = read(LibraryReader.JDK_JPEG, question);
      cut = in.passedEnd(); // the other reader reads ahead, so of that one it means nothing
      return answer;
    } catch (DecodeException e) {
      // Its metadata rules are stricter than the format's; the other reader mends segments.
      return read(LibraryReader.ODD_JPEG, question);
    }
  }

  private <T> T read(LibraryReader library, Question<T> question) throws IOException {
    return LibraryCall.translate(
        "JPEG",
        in,
        () -> {
          in.seek(0);
          ImageReader reader = library.create(in);
          try {
            reader.setInput(in, false, true);
            return question.ask(reader);
          } finally {
            reader.dispose();
          }
        });
  }
}
