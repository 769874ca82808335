package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads the header of a monolithic file (XISF 1.0 section 9.2). */
final class HeaderReader {

  /** Signature, length of the header, reserved bytes. */
  private static final int PREAMBLE_BYTES = 16;

  private static final int MAX_HEADER_BYTES = 16 << 20;

  /** Bytes of memory for one of the header, which becomes characters, parser tables, elements. */
  private static final int MEMORY_FACTOR = 4;

  private HeaderReader() {}

  /**
   * Reads and parses the header.
   *
   * @throws DecodeException {@code FORMAT_UNSUPPORTED} for distributed units, {@code
   *     DATA_TRUNCATED}, {@code DATA_MALFORMED}
   */
  static Unit read(SourceBytes source, DecodeContext context) throws IOException {
    requireMonolithic(source);
    if (source.size() < PREAMBLE_BYTES) {
      throw DecodeException.truncated("XISF: the file ends after " + source.size() + " bytes");
    }
    ByteBuffer preamble = ByteBuffer.allocate(PREAMBLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    source.readFully(preamble, 0);
    long length = Integer.toUnsignedLong(preamble.getInt(8));
    if (length > source.size() - PREAMBLE_BYTES) {
      throw DecodeException.truncated(
          "XISF: a header of " + length + " bytes in a file of " + source.size());
    }
    if (length > MAX_HEADER_BYTES) {
      throw new LimitException(
          ErrorCode.LIMIT_MEMORY,
          "XISF: a header of " + length + " bytes, the limit is " + MAX_HEADER_BYTES);
    }
    context.reserve(length * MEMORY_FACTOR);
    byte[] bytes = new byte[(int) length];
    source.readFully(ByteBuffer.wrap(bytes), PREAMBLE_BYTES);
    Element root = HeaderParser.parse(text(bytes));
    if (!root.name().equals("xisf")) {
      throw DecodeException.malformed("XISF: the header is a document " + root.name());
    }
    return Unit.of(root);
  }

  private static void requireMonolithic(SourceBytes source) throws IOException {
    switch (Signature.of(new SourceHead(source))) {
      case MONOLITHIC -> {}
      case HEADER_FILE, BLOCKS_FILE ->
          throw DecodeException.unsupported(
              "XISF: a distributed unit (.xish and .xisb files), of which no other file is"
                  + " opened; save it as one .xisf file");
      case OTHER ->
          throw DecodeException.malformed(
              "XISF: the file does not start with XISF0100; it may be a placeholder, such as Git"
                  + " LFS leaves, or another format with this name");
    }
  }

  /**
   * Headers are UTF-8 (section 9.5). Broken characters, say in an observer's name, are replaced
   * rather than refused; a mark of UTF-16 is honoured.
   */
  private static String text(byte[] bytes) {
    boolean marked =
        bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF && bytes[0] < 0;
    Charset charset = marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
