package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Reads the simplest format there is, for tests: two bytes of width, two of height, all big-endian,
 * then unsigned 16-bit samples.
 *
 * @param id what it calls itself
 * @param match what it says of every source
 */
public record PlainDecoder(String id, Match match) implements FormatDecoder {

  private static final int HEADER_BYTES = 4;

  /** A file of this format. */
  public static byte[] file(int width, int height, short... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + 2 * samples.length);
    bytes.putShort((short) width).putShort((short) height);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  @Override
  public Set<String> extensions() {
    return Set.of("plain");
  }

  @Override
  public Match probe(SourceHead head) {
    return match;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    source.readFully(header, 0);
    int width = header.getShort(0) & 0xFFFF;
    int height = header.getShort(2) & 0xFFFF;
    context.checkDimensions(width, height);
    ByteBuffer bytes = ByteBuffer.wrap(context.bytes(2L * width * height));
    source.readFully(bytes, HEADER_BYTES);
    short[] samples = new short[width * height];
    bytes.flip().asShortBuffer().get(samples);
    ImageInfo info = ImageInfo.of(width, height, 1, SampleType.U16).withNature(PixelNature.LINEAR);
    return PixelSource.of(info, new short[][] {samples});
  }
}
