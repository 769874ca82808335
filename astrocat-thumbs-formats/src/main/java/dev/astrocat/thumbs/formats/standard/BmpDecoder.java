package dev.astrocat.thumbs.formats.standard;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.imageio.OnePlane;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/**
 * BMP, read by own code: the JDK's reader mixes up unusual bit masks. Uncompressed rows are read
 * from the file each time.
 */
public final class BmpDecoder implements FormatDecoder {

  /** For ServiceLoader. */
  public BmpDecoder() {}

  @Override
  public String id() {
    return "bmp";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("bmp", "dib");
  }

  /** Two letters are little; the size of the second header must be plausible too. */
  @Override
  public Match probe(SourceHead head) {
    boolean bmp =
        head.startsWith(0, "BM") && head.start().limit() >= 18 && head.startsWith(15, 0, 0, 0);
    return bmp ? Match.BY_CONTENT : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    BmpHeaders headers = BmpHeaders.read(source);
    context.checkDimensions(headers.width(), headers.height());
    boolean runs =
        headers.compression() == BmpHeaders.RLE4 || headers.compression() == BmpHeaders.RLE8;
    PixelSource pixels = runs ? runLengths(source, headers, context) : direct(source, headers);
    return OnePlane.select(pixels, context.selection());
  }

  private static PixelSource direct(SourceBytes source, BmpHeaders headers) {
    int used = Math.toIntExact((headers.width() * headers.bits() + 7) / 8);
    long last = headers.pixels() + headers.rowBytes() * (headers.height() - 1);
    if (last + used > source.size()) { // the padding of the last row may be missing
      throw DecodeException.truncated(
          "BMP: the file has " + source.size() + " of " + (last + used) + " bytes; copy it again");
    }
    return new BmpPixels(
        headers,
        headers.bits(),
        storedRow -> {
          ByteBuffer row = ByteBuffer.allocate(used);
          source.readFully(row, headers.pixels() + storedRow * headers.rowBytes());
          return row.array();
        });
  }

  private static PixelSource runLengths(
      SourceBytes source, BmpHeaders headers, DecodeContext context) throws IOException {
    int width = (int) headers.width();
    byte[] indexes = context.bytes(headers.width() * headers.height());
    try (SourceImageInputStream in = new SourceImageInputStream(source, context)) {
      in.seek(headers.pixels());
      new BmpRunLengths(in, headers, indexes).decode();
    }
    return new BmpPixels(
        headers,
        8,
        storedRow -> Arrays.copyOfRange(indexes, storedRow * width, (storedRow + 1) * width));
  }
}
