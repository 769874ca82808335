package dev.astrocat.thumbs.formats.unsupported;

import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.raw.RawFormats;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names formats by their first bytes. */
final class KnownFormats {

  /**
   * Bytes that a format starts with.
   *
   * @param name for the message
   * @param offset where the bytes are
   * @param bytes one character each, ISO 8859-1
   */
  private record Magic(String name, int offset, String bytes) {
    boolean matches(SourceHead head) {
      return head.startsWith(offset, bytes);
    }
  }

  private static final List<Magic> MAGICS =
      List.of(
          new Magic("JPEG 2000", 0, "\0\0\0\u000CjP  \r\n\u0087\n"),
          new Magic("JPEG 2000", 0, "\u00FFO\u00FFQ"),
          new Magic("JPEG XL", 0, "\0\0\0\u000CJXL \r\n\u0087\n"),
          new Magic("JPEG XL", 0, "\u00FF\n"),
          new Magic("JPEG XR", 0, "II\u00BC"),
          new Magic("Radiance HDR", 0, "#?RADIANCE"),
          new Magic("Radiance HDR", 0, "#?RGBE"),
          new Magic("OpenEXR", 0, "v/1\u0001"),
          new Magic("DDS", 0, "DDS "),
          new Magic("Photoshop (PSD)", 0, "8BPS"),
          new Magic("GIMP (XCF)", 0, "gimp xcf"),
          new Magic("BPG", 0, "BPG\u00FB"),
          new Magic("FLIF", 0, "FLIF"),
          new Magic("QOI", 0, "qoif"),
          new Magic("DjVu", 0, "AT&TFORM"),
          new Magic("PDF", 0, "%PDF-"),
          new Magic("PostScript", 0, "%!PS"),
          new Magic("SER video", 0, "LUCAM-RECORDER"),
          new Magic("AVI video", 8, "AVI "),
          new Magic("ICNS", 0, "icns"),
          new Magic("HDF5", 0, "\u0089HDF\r\n\u001A\n"),
          new Magic("bzip2", 0, "BZh"),
          new Magic("xz", 0, "\u00FD7zXZ\0"),
          new Magic("Zstandard", 0, "(\u00B5/\u00FD"),
          new Magic("7-Zip", 0, "7z\u00BC\u00AF'\u001C"),
          new Magic("RAR", 0, "Rar!\u001A\u0007"),
          new Magic("ZIP", 0, "PK\u0003\u0004"));

  private static final Set<String> AVIF = Set.of("avif", "avis");
  private static final Set<String> HEIF =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "mif2", "miaf");

  private KnownFormats() {}

  /** The format's name for messages; empty for unknown bytes and for camera RAW. */
  static Optional<String> nameOf(SourceHead head) {
    if (RawFormats.kind(head).isPresent()) {
      return Optional.empty(); // its decoders have more to say, and CR3 looks like a video here
    }
    for (Magic magic : MAGICS) {
      if (magic.matches(head)) {
        return Optional.of(magic.name());
      }
    }
    return head.startsWith(4, "ftyp") ? byBrands(head) : svg(head);
  }

  /** ISO base media files name the brands that they follow (ISO/IEC 14496-12 section 4.3). */
  private static Optional<String> byBrands(SourceHead head) {
    ByteBuffer start = head.start();
    int end = Math.min(start.limit(), Math.max(16, Math.min(start.getInt(0), 256)));
    boolean heif = false;
    for (int at = 8; at + 4 <= end; at += 4) {
      byte[] four = new byte[4];
      start.get(at, four);
      String brand = new String(four, StandardCharsets.ISO_8859_1);
      if (AVIF.contains(brand)) {
        return Optional.of("AVIF");
      }
      heif |= HEIF.contains(brand);
    }
    return Optional.of(heif ? "HEIF" : "MPEG-4 video");
  }

  /** XML whose root is svg; a comment or a document type may come first. */
  private static Optional<String> svg(SourceHead head) {
    ByteBuffer start = head.start();
    byte[] text = new byte[Math.min(start.limit(), 1024)];
    start.get(0, text);
    String lower =
        new String(text, StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    boolean markup =
        lower.startsWith("<?xml") || lower.startsWith("<!") || lower.startsWith("<svg");
    return markup && lower.contains("<svg") ? Optional.of("SVG") : Optional.empty();
  }
}
