package dev.astrocat.thumbs.formats.xisf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of an XISF header, with what it holds and, maybe, a data block. */
final class XisfElement {

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XisfElement> children = new ArrayList<>();
  private Optional<XisfBlock> block = Optional.empty();
  private String text = "";

  XisfElement(String name) {
    this.name = name;
  }

  /** An image without pixels yet; RGB from three channels on, floats bounded by 0 and 1. */
  static XisfElement image(String sampleFormat, int width, int height, int channels) {
    XisfElement image =
        new XisfElement("Image")
            .attribute("geometry", width + ":" + height + ":" + channels)
            .attribute("sampleFormat", sampleFormat)
            .attribute("colorSpace", channels >= 3 ? "RGB" : "Gray");
    return sampleFormat.startsWith("Float") ? image.attribute("bounds", "0:1") : image;
  }

  /** An image with the planar, little-endian samples of {@link XisfSamples}. */
  static XisfElement image(XisfSamples samples) {
    return image(samples.format(), samples.width(), samples.height(), samples.channels())
        .block(XisfBlock.of(samples.planar()));
  }

  /** A FITSKeyword element (section 11.6); strings carry their own quotes. */
  static XisfElement keyword(String keyword, String value, String comment) {
    return new XisfElement("FITSKeyword")
        .attribute("name", keyword)
        .attribute("value", value)
        .attribute("comment", comment);
  }

  /** A Property element (section 11.1) without a value yet. */
  static XisfElement property(String id, String type) {
    return new XisfElement("Property").attribute("id", id).attribute("type", type);
  }

  XisfElement attribute(String key, String value) {
    attributes.put(key, value);
    return this;
  }

  XisfElement child(XisfElement... elements) {
    children.addAll(List.of(elements));
    return this;
  }

  /** Character data, as it is. */
  XisfElement text(String value) {
    text = value;
    return this;
  }

  XisfElement block(XisfBlock value) {
    block = Optional.of(value);
    return this;
  }

  /** Blocks of this element and of all inside it, in the order of the header. */
  void collectBlocks(List<XisfBlock> found) {
    block.ifPresent(found::add);
    children.forEach(child -> child.collectBlocks(found));
  }

  /** The text of the element; attributes that were set win over those of the block. */
  String xml() {
    Map<String, String> all = new LinkedHashMap<>();
    block.ifPresent(b -> all.putAll(b.attributes()));
    all.putAll(attributes);
    StringBuilder xml = new StringBuilder("<").append(name);
    all.forEach((key, value) -> xml.append(" %s=\"%s\"".formatted(key, escaped(value))));
    xml.append('>').append(escaped(text)).append(block.map(XisfBlock::text).orElse(""));
    children.forEach(child -> xml.append(child.xml()));
    return xml.append("</").append(name).append('>').toString();
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
