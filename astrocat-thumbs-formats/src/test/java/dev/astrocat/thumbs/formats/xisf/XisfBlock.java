package dev.astrocat.thumbs.formats.xisf;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An XISF data block: bytes, how they are packed, and where they stand (section 10). */
final class XisfBlock {

  /** Where a block stands (section 10.3). */
  enum Place {
    /** Somewhere behind the header. */
    ATTACHED,
    /** The element's own text, in base64. */
    INLINE_BASE64,
    /** The element's own text, in hexadecimal digits. */
    INLINE_HEX,
    /** A Data child element, in base64. */
    EMBEDDED_BASE64,
    /** A Data child element, in hexadecimal digits. */
    EMBEDDED_HEX
  }

  private final byte[] plain;
  private String codec = "";
  private int itemSize = 1;
  private int parts;
  private String checksum = "";
  private Place place = Place.ATTACHED;
  private int position;

  private XisfBlock(byte[] plain) {
    this.plain = plain.clone();
  }

  static XisfBlock of(byte[] plain) {
    return new XisfBlock(plain);
  }

  /** Packs with a codec of section 10.6, such as {@code lz4+sh}; empty leaves it as it is. */
  XisfBlock codec(String name, int bytesOfAnItem) {
    codec = name;
    itemSize = bytesOfAnItem;
    return this;
  }

  /** Packs this many parts of it one by one; 0 packs the whole and says nothing of parts. */
  XisfBlock parts(int count) {
    parts = count;
    return this;
  }

  /** Adds a checksum; the algorithm as it shall be spelled in the file. */
  XisfBlock checksum(String algorithm) {
    checksum = algorithm;
    return this;
  }

  XisfBlock place(Place value) {
    place = value;
    return this;
  }

  boolean isAttached() {
    return place == Place.ATTACHED;
  }

  /** Settles an attached block; returns how many bytes it takes there. */
  int placedAt(int start) {
    position = start;
    return stored().length;
  }

  /** The bytes as they stand in the file. */
  byte[] stored() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    packedParts().forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** The attributes of the element that owns the block. */
  Map<String, String> attributes() {
    return switch (place) {
      case ATTACHED -> described("location", "attachment:" + position + ":" + stored().length);
      case INLINE_BASE64 -> described("location", "inline:base64");
      case INLINE_HEX -> described("location", "inline:hex");
      case EMBEDDED_BASE64, EMBEDDED_HEX -> Map.of("location", "embedded");
    };
  }

  /** What the block puts between the tags of its element. */
  String text() {
    return switch (place) {
      case ATTACHED -> "";
      case INLINE_BASE64 -> base64();
      case INLINE_HEX -> hex();
      case EMBEDDED_BASE64 -> data("base64", base64());
      case EMBEDDED_HEX -> data("hex", hex());
    };
  }

  private String data(String encoding, String digits) {
    XisfElement data = new XisfElement("Data").text(digits);
    described("encoding", encoding).forEach(data::attribute);
    return data.xml();
  }

  private String base64() {
    return Base64.getMimeEncoder().encodeToString(stored()); // lines of 76, which must not matter
  }

  private String hex() {
    return HexFormat.of().formatHex(stored());
  }

  private Map<String, String> described(String key, String value) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(key, value);
    if (!codec.isEmpty()) {
      boolean shuffled = codec.endsWith("+sh");
      attributes.put("compression", codec + ":" + plain.length + (shuffled ? ":" + itemSize : ""));
    }
    if (!codec.isEmpty() && parts > 0) {
      attributes.put("subblocks", subblocks());
    }
    if (!checksum.isEmpty()) {
      attributes.put("checksum", checksum + ":" + digest());
    }
    return attributes;
  }

  private String subblocks() {
    List<byte[]> plainParts = plainParts();
    List<byte[]> packedParts = packedParts();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < plainParts.size(); i++) {
      pairs.add(packedParts.get(i).length + "," + plainParts.get(i).length);
    }
    return String.join(":", pairs);
  }

  private List<byte[]> packedParts() {
    return plainParts().stream().map(part -> Packing.pack(codec, part)).toList();
  }

  /** Shuffling goes over the whole block, before it is cut. */
  private List<byte[]> plainParts() {
    byte[] bytes = codec.endsWith("+sh") ? Packing.shuffled(plain, itemSize) : plain;
    int count = codec.isEmpty() ? 1 : Math.max(1, parts);
    List<byte[]> cut = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = bytes.length * i / count;
      int to = bytes.length * (i + 1) / count;
      cut.add(Arrays.copyOfRange(bytes, from, to));
    }
    return cut;
  }

  /** Of the stored bytes (section 10.5). */
  private String digest() {
    String javaName =
        checksum
            .toUpperCase(Locale.ROOT)
            .replaceAll("^SHA-?(1|256|512)$", "SHA-$1")
            .replaceAll("^SHA-?3-?(256|512)$", "SHA3-$1");
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(javaName).digest(stored()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(checksum, e);
    }
  }
}
