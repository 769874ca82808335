package dev.astrocat.thumbs.formats.xisf;

import java.util.Optional;

/**
 * The attributes of a data block: those of its element, or for an embedded block those of the Data
 * element inside, with the outer one's where it has none (XISF 1.0 section 10.3).
 *
 * @param own of the element that holds or locates the block
 * @param outer of the element that the block belongs to
 */
record Attributes(Element own, Element outer) {

  Optional<String> get(String name) {
    return own.attribute(name).or(() -> outer.attribute(name));
  }
}
