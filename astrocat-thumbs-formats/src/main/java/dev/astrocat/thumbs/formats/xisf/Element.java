package dev.astrocat.thumbs.formats.xisf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One XML element of a header, without its namespace. Immutable.
 *
 * @param name local name; of an unknown element too
 * @param attributes values by local name
 * @param children elements inside
 * @param text characters directly inside
 */
record Element(String name, Map<String, String> attributes, List<Element> children, String text) {

  /** An attribute without padding; empty when it is missing or blank. */
  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Elements of that name directly inside. */
  Stream<Element> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName));
  }
}
