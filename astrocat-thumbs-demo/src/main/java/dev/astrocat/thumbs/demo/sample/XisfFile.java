package dev.astrocat.thumbs.demo.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Writes a monolithic XISF file with one image, deflated after its bytes were shuffled, as
 * PixInsight does (XISF 1.0 sections 9.2 and 10.6). One thread at a time.
 */
final class XisfFile {

  private static final int BLOCK_AT = 4096;
  private static final int HEADER_AT = 16;

  private final StringBuilder elements = new StringBuilder();

  /** A colour image of three planes of 32-bit floats, 0 to 1. */
  static byte[] of(int width, int height, List<float[]> planes, XisfFile header) {
    byte[] block = deflated(shuffled(planes, width * height));
    String image =
        "<Image geometry=\"%d:%d:%d\" sampleFormat=\"Float32\" bounds=\"0:1\" colorSpace=\"RGB\""
            + " imageType=\"Light\" compression=\"zlib+sh:%d:4\" location=\"attachment:%d:%d\">";
    int bytes = width * height * planes.size() * Float.BYTES;
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<xisf version=\"1.0\" xmlns=\"http://www.pixinsight.com/xisf\">"
            + image.formatted(width, height, planes.size(), bytes, BLOCK_AT, block.length)
            + header.elements
            + "</Image><Metadata>"
            + "<Property id=\"XISF:CreationTime\" type=\"TimePoint\" value=\"2026-01-18T09:00:00Z\"/>"
            + "<Property id=\"XISF:CreatorApplication\" type=\"String\">astrocat-thumbs</Property>"
            + "</Metadata></xisf>";
    return file(xml.getBytes(StandardCharsets.UTF_8), block);
  }

  /** A keyword of FITS (section 11.6); texts carry their own quotes. */
  XisfFile keyword(String name, String value) {
    elements.append("<FITSKeyword name=\"").append(name).append("\" value=\"").append(value);
    elements.append("\" comment=\"\"/>");
    return this;
  }

  /** A property (section 11.1). */
  XisfFile property(String id, String type, String value) {
    elements.append("<Property id=\"").append(id).append("\" type=\"").append(type);
    elements.append("\" value=\"").append(value).append("\"/>");
    return this;
  }

  private static byte[] file(byte[] header, byte[] block) {
    ByteBuffer file = ByteBuffer.allocate(BLOCK_AT + block.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("XISF0100".getBytes(StandardCharsets.US_ASCII));
    file.putInt(header.length).position(HEADER_AT).put(header);
    return file.position(BLOCK_AT).put(block).array();
  }

  /** The lowest bytes of all samples, then the next ones, the highest last. */
  private static byte[] shuffled(List<float[]> planes, int pixels) {
    int samples = planes.size() * pixels;
    byte[] shuffled = new byte[samples * Float.BYTES];
    for (int i = 0; i < samples; i++) {
      int bits = Float.floatToIntBits(planes.get(i / pixels)[i % pixels]);
      for (int b = 0; b < Float.BYTES; b++) {
        shuffled[b * samples + i] = (byte) (bits >>> 8 * b);
      }
    }
    return shuffled;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
