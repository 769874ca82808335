package dev.astrocat.thumbs.formats.xisf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes small monolithic XISF files in memory (XISF 1.0 section 9.2), sound ones and ones that
 * lie:
 *
 * <pre>{@code
 * byte[] mono = XisfFixture.of(XisfElement.image("UInt16", 4, 3, 1).block(samples));
 * byte[] lie = XisfFixture.of(image.attribute("geometry", "-1:3:1"));
 * byte[] worse = new XisfFixture(image).header(xml -> "<!DOCTYPE xisf>" + xml).bytes();
 * }</pre>
 */
final class XisfFixture {

  private static final String SIGNATURE = "XISF0100";
  private static final int HEADER_AT = 16;
  private static final int STEP = 256;

  private final XisfElement root =
      new XisfElement("xisf")
          .attribute("version", "1.0")
          .attribute("xmlns", "http://www.pixinsight.com/xisf");
  private UnaryOperator<String> tampering = xml -> xml;
  private Charset charset = StandardCharsets.UTF_8;
  private byte[] padding = {};

  /** A file of these elements, usually images. */
  XisfFixture(XisfElement... elements) {
    root.child(elements);
  }

  /** A file of these elements as bytes. */
  static byte[] of(XisfElement... elements) {
    return new XisfFixture(elements).bytes();
  }

  /** Changes the finished header text; blocks stay where they are if it does not grow much. */
  XisfFixture header(UnaryOperator<String> change) {
    tampering = change;
    return this;
  }

  /** Bytes behind the root element that the header's length counts: NULs or blanks. */
  XisfFixture padding(byte[] bytes) {
    padding = bytes.clone();
    return this;
  }

  /** Another encoding of the header than the UTF-8 of the specification. */
  XisfFixture charset(Charset other) {
    charset = other;
    return this;
  }

  /** The file. */
  byte[] bytes() {
    int blocksAt = STEP;
    byte[] header = headerWithBlocksAt(blocksAt);
    while (HEADER_AT + header.length > blocksAt) {
      blocksAt = (HEADER_AT + header.length) / STEP * STEP + STEP;
      header = headerWithBlocksAt(blocksAt);
    }
    byte[] blocks = blocks();
    int size = blocks.length == 0 ? HEADER_AT + header.length : blocksAt + blocks.length;
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(SIGNATURE.getBytes(StandardCharsets.US_ASCII)).putInt(header.length).putInt(0);
    file.put(header);
    if (blocks.length > 0) {
      file.position(blocksAt).put(blocks);
    }
    return file.array();
  }

  private byte[] headerWithBlocksAt(int start) {
    int at = start;
    for (XisfBlock block : attached()) {
      at += block.placedAt(at);
    }
    String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n" + root.xml();
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(tampering.apply(xml).getBytes(charset));
    header.writeBytes(padding);
    return header.toByteArray();
  }

  private byte[] blocks() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    attached().forEach(block -> all.writeBytes(block.stored()));
    return all.toByteArray();
  }

  private List<XisfBlock> attached() {
    List<XisfBlock> blocks = new ArrayList<>();
    root.collectBlocks(blocks);
    return blocks.stream().filter(XisfBlock::isAttached).toList();
  }
}
