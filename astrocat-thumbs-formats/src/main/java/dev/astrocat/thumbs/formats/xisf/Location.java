package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.source.SourceBytes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Where the bytes of a data block are (XISF 1.0 section 10.3).
 *
 * @param attributes what the block's element says of it
 * @param stored its bytes
 */
record Location(Attributes attributes, StoredBytes stored) {

  private static final Pattern COLON = Pattern.compile(":");

  /**
   * Finds the block of an element: attached to the file, inside the element, or inside a Data
   * element in it.
   *
   * @throws DecodeException {@code FORMAT_UNSUPPORTED} for other files, {@code DATA_TRUNCATED} for
   *     a block behind the end of the file, {@code DATA_MALFORMED}
   */
  static Location of(Element element, SourceBytes source, DecodeContext context) {
    String location = element.attribute("location").orElse("");
    String kind = location.substring(0, kindLength(location));
    return switch (kind) {
      case "attachment", "attached" ->
          new Location(new Attributes(element, element), attached(location, source));
      case "inline" -> inline(element, location.substring(kind.length()), context);
      case "embedded" -> embedded(element, context);
      case "url", "path" ->
          throw DecodeException.unsupported(
              "XISF: the pixels are in another file ("
                  + kind
                  + "), which is never opened; save them in one file");
      default -> throw DecodeException.malformed("XISF: location is " + location);
    };
  }

  private static int kindLength(String location) {
    int end = 0;
    while (end < location.length() && Character.isLetter(location.charAt(end))) {
      end++;
    }
    return end;
  }

  private static StoredBytes attached(String location, SourceBytes source) {
    String[] parts = COLON.split(location, -1);
    OptionalLong position = parts.length == 3 ? PlainText.unsigned(parts[1]) : OptionalLong.empty();
    OptionalLong size = parts.length == 3 ? PlainText.unsigned(parts[2]) : OptionalLong.empty();
    if (position.isEmpty() || size.orElse(0) < 1) {
      throw DecodeException.malformed(
          "XISF: location is " + location + ", must be attachment:position:size");
    }
    long offset = position.getAsLong();
    long length = size.getAsLong();
    if (offset > source.size() || length > source.size() - offset) {
      throw DecodeException.truncated(
          "XISF: a block of %d bytes at byte %d of a file of %d"
              .formatted(length, offset, source.size()));
    }
    return new StoredBytes(source::readFully, offset, length);
  }

  /** {@code inline:base64}: characters of the element itself. */
  private static Location inline(Element element, String encoding, DecodeContext context) {
    String name = encoding.startsWith(":") ? encoding.substring(1) : encoding;
    return new Location(new Attributes(element, element), decoded(element.text(), name, context));
  }

  private static Location embedded(Element element, DecodeContext context) {
    Element data =
        element
            .children("Data")
            .findFirst()
            .orElseThrow(() -> DecodeException.malformed("XISF: an embedded block without Data"));
    String encoding = data.attribute("encoding").orElse("");
    return new Location(new Attributes(data, element), decoded(data.text(), encoding, context));
  }

  private static StoredBytes decoded(String text, String encoding, DecodeContext context) {
    context.reserve(2L * text.length());
    try {
      byte[] bytes =
          switch (encoding.strip()) {
            case "base64" -> Base64.getDecoder().decode(withoutSpace(text));
            case "hex", "base16" -> HexFormat.of().parseHex(withoutSpace(text));
            default -> throw DecodeException.malformed("XISF: data in encoding " + encoding);
          };
      return StoredBytes.of(bytes);
    } catch (IllegalArgumentException e) {
      throw DecodeException.malformed("XISF: broken " + encoding + " data: " + e.getMessage(), e);
    }
  }

  private static String withoutSpace(String text) {
    StringBuilder dense = new StringBuilder(text.length());
    text.chars().filter(c -> c > ' ').forEach(c -> dense.append((char) c));
    return dense.toString();
  }
}
