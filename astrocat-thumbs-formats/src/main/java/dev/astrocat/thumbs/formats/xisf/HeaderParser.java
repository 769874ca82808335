package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * From the text of a header to its elements. Document types and entities are refused, and nothing
 * outside the text is ever opened; their depth and number are bounded. What follows the root
 * element, such as padding or a signature, is not looked at. One thread at a time.
 */
final class HeaderParser {

  /** Real headers are four deep. */
  private static final int MAX_DEPTH = 64;

  /** Real headers have up to a few thousand elements, most of them FITS keywords. */
  private static final int MAX_NODES = 300_000;

  /** An element whose end has not come yet. */
  private record Open(
      String name, Map<String, String> attributes, List<Element> children, StringBuilder text) {

    Element closed() {
      return new Element(name, attributes, List.copyOf(children), text.toString());
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private int nodes; // elements and attributes

  private HeaderParser() {}

  /**
   * Parses a header.
   *
   * @return the root element
   * @throws DecodeException {@code DATA_MALFORMED} for anything but XML as XISF allows it
   */
  static Element parse(String xml) {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
      try {
        return new HeaderParser().root(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw DecodeException.malformed("XISF: the header is not XML: " + e.getMessage(), e);
    }
  }

  /**
   * Without document types, the only entities are the five of XML, such as that for {@code <}.
   * PixInsight writes histories full of them, and from JDK 24 on 100,000 are taken for an attack.
   */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0"); // no limit
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("an external entity");
        });
    return factory;
  }

  private Element root(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> {
          Element element = open.pop().closed();
          if (open.isEmpty()) {
            return element;
          }
          open.element().children().add(element);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element()
                .text()
                .append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw DecodeException.malformed("XISF: a header has no document type and no entities");
        default -> {} // comments and the like say nothing (XISF 1.0 section 9.5)
      }
    }
    throw DecodeException.malformed("XISF: the header has no root element");
  }

  private void start(XMLStreamReader reader) {
    int count = reader.getAttributeCount();
    nodes += 1 + count;
    if (nodes > MAX_NODES || open.size() >= MAX_DEPTH) {
      throw DecodeException.malformed(
          "XISF: the header has more than %d elements and attributes, or than %d levels"
              .formatted(MAX_NODES, MAX_DEPTH));
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    open.push(new Open(reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder()));
  }
}
