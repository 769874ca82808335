package dev.astrocat.thumbs.formats.webp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.astrocat.thumbs.encode.ThumbnailEncoder.NoteSpan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A note in a WebP file: an XMP chunk of the extended layout (RFC 9649 section 2.7). What is added
 * lies in one piece behind the first four bytes, so that taking it out gives the plain file again:
 *
 * <pre>
 * RIFF                                         of the plain file
 *      size WEBP, VP8X, XMP, ACTH length crc   added
 * size WEBP                                    of the plain file, here the rest of the chunk ACTH
 * VP8 or VP8L                                  of the plain file
 * </pre>
 *
 * <p>Metadata and chunks that a reader does not know may stand anywhere between VP8X and the
 * picture (section 2.7, "MAY appear out of order").
 */
final class WebpNote {

  private static final byte[] XMP_HEAD =
      ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
              + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
              + "<rdf:Description rdf:about=\"\" xmlns:thumbs=\"urn:astrocat-thumbs:\">"
              + "<thumbs:note><![CDATA[")
          .getBytes(US_ASCII);
  private static final byte[] XMP_TAIL =
      "]]></thumbs:note></rdf:Description></rdf:RDF></x:xmpmeta>".getBytes(US_ASCII);

  private static final int CHUNK_HEAD = 8;
  private static final int START = 4;
  private static final int FLAGS_AT = 20;
  private static final int XMP_AT = 30;
  private static final int TEXT_AT = XMP_AT + CHUNK_HEAD + XMP_HEAD.length;
  private static final byte HAS_XMP = 1 << 2;

  /** The rest of the chunk ACTH: its CRC, and the plain file's size and type. */
  private static final int REST_BYTES = 4 + 8;

  private WebpNote() {}

  static byte[] insert(byte[] webp, byte[] note) {
    Canvas canvas = Canvas.of(webp);
    int xmpBytes = XMP_HEAD.length + note.length + XMP_TAIL.length;
    int added = XMP_AT - START + CHUNK_HEAD + even(xmpBytes) + CHUNK_HEAD + 4;
    byte[] noted = new byte[Math.addExact(webp.length, added)];
    ByteBuffer file = littleEndian(noted);
    file.put(webp, 0, START).putInt(noted.length - CHUNK_HEAD);
    file.put(ascii("WEBP")).put(ascii("VP8X")).putInt(XMP_AT - FLAGS_AT).putInt(HAS_XMP);
    canvas.put(file);
    file.put(ascii("XMP ")).putInt(xmpBytes);
    file.put(XMP_HEAD).put(note).put(XMP_TAIL);
    file.position(XMP_AT + CHUNK_HEAD + even(xmpBytes));
    file.put(ascii("ACTH")).putInt(REST_BYTES);
    file.putInt(crc(noted, file.position()));
    file.put(webp, START, webp.length - START);
    return noted;
  }

  static Optional<NoteSpan> find(byte[] webp) {
    if (webp.length < TEXT_AT + XMP_TAIL.length || !startsLikeOurs(webp)) {
      return Optional.empty();
    }
    ByteBuffer file = littleEndian(webp);
    long xmpEnd = XMP_AT + CHUNK_HEAD + (file.getInt(XMP_AT + 4) & 0xFFFFFFFFL);
    long textEnd = xmpEnd - XMP_TAIL.length;
    long end = xmpEnd + (xmpEnd & 1) + CHUNK_HEAD + 4;
    if (textEnd < TEXT_AT || end > webp.length || !contains(webp, (int) textEnd, XMP_TAIL)) {
      return Optional.empty();
    }
    // No other proof covers the canvas and the sizes, which a viewer needs.
    int crcAt = (int) end - 4;
    return file.getInt(crcAt) == crc(webp, crcAt)
        ? Optional.of(new NoteSpan(START, (int) end, TEXT_AT, (int) textEnd))
        : Optional.empty();
  }

  private static boolean startsLikeOurs(byte[] webp) {
    return contains(webp, 0, ascii("RIFF"))
        && contains(webp, XMP_AT, ascii("XMP "))
        && contains(webp, TEXT_AT - XMP_HEAD.length, XMP_HEAD);
  }

  private static int crc(byte[] file, int end) {
    CRC32 crc = new CRC32();
    crc.update(file, START, end - START);
    return (int) crc.getValue();
  }

  /** Chunks are padded to even sizes (section 2.3). */
  private static int even(int bytes) {
    return bytes + (bytes & 1);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static boolean contains(byte[] bytes, int at, byte[] part) {
    return Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
  }
}
