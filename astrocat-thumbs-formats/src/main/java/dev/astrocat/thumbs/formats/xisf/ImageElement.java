package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.SampleType;
import java.util.Optional;
import java.util.Set;

/**
 * An Image element, or a Thumbnail, which is made like one, as far as its pixels are concerned
 * (XISF 1.0 sections 11.5 and 11.12).
 *
 * @param element the element
 * @param geometry lengths of its axes
 * @param type how samples are stored
 * @param colourChannels channels that make the picture: 1 or 3; what follows them is alpha
 * @param storage whether channels or pixels are stored together
 */
record ImageElement(
    Element element, Geometry geometry, SampleType type, int colourChannels, Storage storage) {

  /** Pixel storage models (section 8.5.3). */
  enum Storage {
    /** Channels one behind the other. */
    PLANAR,
    /** Pixels one behind the other. */
    NORMAL
  }

  private static final Set<String> MAPS =
      Set.of(
          "DefectMap",
          "RejectionMapHigh",
          "RejectionMapLow",
          "BinaryRejectionMapHigh",
          "BinaryRejectionMapLow",
          "SlopeMap",
          "WeightMap");

  /**
   * Reads the attributes.
   *
   * @throws DecodeException {@code DATA_MALFORMED}, {@code FORMAT_UNSUPPORTED}
   */
  static ImageElement of(Element element, DecodeContext context) {
    SampleType type = type(required(element, "sampleFormat"));
    Geometry geometry = Geometry.parse(required(element, "geometry"), context);
    int colourChannels = colourChannels(element.attribute("colorSpace").orElse("Gray"));
    if (geometry.channels() < colourChannels) {
      throw DecodeException.malformed(
          "XISF: a colour image with " + geometry.channels() + " channels");
    }
    return new ImageElement(element, geometry, type, colourChannels, storage(element));
  }

  private static String required(Element element, String attribute) {
    return element
        .attribute(attribute)
        .orElseThrow(
            () ->
                DecodeException.malformed(
                    "XISF: an element " + element.name() + " without " + attribute));
  }

  private static SampleType type(String format) {
    return switch (format) {
      case "UInt8" -> SampleType.U8;
      case "UInt16" -> SampleType.U16;
      case "UInt32" -> SampleType.U32;
      case "UInt64" -> SampleType.U64;
      case "Float32" -> SampleType.F32;
      case "Float64" -> SampleType.F64;
      case "Complex32", "Complex64" ->
          throw DecodeException.unsupported(
              "XISF: complex numbers (" + format + ") are no picture; save their magnitude");
      default -> throw DecodeException.malformed("XISF: sampleFormat is " + format);
    };
  }

  private static int colourChannels(String space) {
    return switch (space) {
      case "Gray" -> 1;
      case "RGB" -> 3;
      case "CIELab" ->
          throw DecodeException.unsupported("XISF: CIE L*a*b* is not read; save the image as RGB");
      default -> throw DecodeException.malformed("XISF: colorSpace is " + space);
    };
  }

  private static Storage storage(Element element) {
    String storage = element.attribute("pixelStorage").orElse("Planar");
    return switch (storage) {
      case "Planar", "planar" -> Storage.PLANAR;
      case "Normal", "normal" -> Storage.NORMAL;
      default -> throw DecodeException.malformed("XISF: pixelStorage is " + storage);
    };
  }

  /** What the file says that it is, such as {@code Light} or {@code WeightMap}. */
  static Optional<String> kind(Element element) {
    return element.attribute("imageType");
  }

  /** Whether it tells something about another image and is no picture of the sky. */
  static boolean isMap(Element element) {
    return kind(element).filter(kind -> MAPS.stream().anyMatch(kind::equalsIgnoreCase)).isPresent();
  }

  /** Bytes of all samples, uncompressed. */
  long bytes() {
    return geometry.bytes(type.bytes());
  }
}
