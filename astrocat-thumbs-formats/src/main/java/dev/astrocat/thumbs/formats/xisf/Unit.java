package dev.astrocat.thumbs.formats.xisf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An XISF unit: all that its header says. Immutable.
 *
 * @param root the root element
 * @param byUid the root's children that others may refer to (XISF 1.0 section 11.13)
 */
record Unit(Element root, Map<String, Element> byUid) {

  static Unit of(Element root) {
    Map<String, Element> byUid = new HashMap<>();
    for (Element child : root.children()) {
      child.attribute("uid").ifPresent(uid -> byUid.putIfAbsent(uid, child));
    }
    return new Unit(root, byUid);
  }

  /** All images, in the order of the file; one that is referred to comes again. */
  List<Element> images() {
    return children(root, "Image").toList();
  }

  /** What is directly inside an element, or inside by reference; references are not chained. */
  Stream<Element> children(Element parent, String name) {
    return parent.children().stream()
        .flatMap(child -> child.name().equals("Reference") ? referred(child) : Stream.of(child))
        .filter(child -> child.name().equals(name));
  }

  private Stream<Element> referred(Element reference) {
    return reference.attribute("ref").map(byUid::get).stream();
  }
}
