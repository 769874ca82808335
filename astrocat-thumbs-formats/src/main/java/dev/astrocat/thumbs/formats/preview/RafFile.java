package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Fujifilm's RAF: a header of fixed places, big-endian, that names one JPEG file with EXIF of its
 * own.
 */
final class RafFile {

  private static final int HEADER_BYTES = 92;
  private static final int MODEL_AT = 28;
  private static final int MODEL_BYTES = 32;
  private static final int JPEG_OFFSET_AT = 84;
  private static final int JPEG_LENGTH_AT = 88;

  private RafFile() {}

  static void find(SourceBytes source, RawContents contents) throws IOException {
    if (source.size() < HEADER_BYTES) {
      throw DecodeException.truncated("RAF: the file ends inside its header; copy it again");
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    source.readFully(header, 0);
    String model = new String(header.array(), MODEL_AT, MODEL_BYTES, StandardCharsets.ISO_8859_1);
    int end = model.indexOf(0);
    contents.camera("FUJIFILM", end < 0 ? model : model.substring(0, end));
    contents.preview(
        header.getInt(JPEG_OFFSET_AT) & 0xFFFFFFFFL, header.getInt(JPEG_LENGTH_AT) & 0xFFFFFFFFL);
  }
}
