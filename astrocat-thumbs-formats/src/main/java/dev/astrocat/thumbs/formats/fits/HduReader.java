package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Walks through the HDUs of a file, header by header, without touching data. */
final class HduReader {

  static final int MAX_HDUS = 1_000;
  private static final int KEYWORD_BYTES = 8;

  private final FitsInput input;
  private int index;
  private long position;

  HduReader(FitsInput input) {
    this.input = input;
  }

  /**
   * The next HDU; empty behind the last one.
   *
   * @throws DecodeException {@code DATA_TRUNCATED} or {@code DATA_MALFORMED} for a broken header
   */
  Optional<Hdu> next() throws IOException {
    if (!startsHdu()) {
      return Optional.empty();
    }
    if (index == MAX_HDUS) {
      throw DecodeException.malformed("FITS: more than " + MAX_HDUS + " HDUs");
    }
    HeaderReader reader = new HeaderReader(input, position);
    Header header = reader.read();
    Hdu hdu = Hdu.of(index, header, reader.position());
    position = hdu.end();
    index++;
    return Optional.of(hdu);
  }

  /**
   * Whether a header follows. Behind the last HDU a file may hold special records (FITS 4.0 section
   * 3.5), or padding.
   */
  private boolean startsHdu() throws IOException {
    if (index > 0 && !input.reaches(position + KEYWORD_BYTES)) {
      return false;
    }
    String keyword = keyword();
    if (index == 0 && !"SIMPLE  ".startsWith(keyword)) {
      throw DecodeException.malformed(
          "FITS: the file does not start with a SIMPLE card; it is no FITS file, whatever its name");
    }
    if (keyword.length() < KEYWORD_BYTES) {
      throw DecodeException.truncated("FITS: the file ends in its first card; copy it again");
    }
    return index == 0 || keyword.equals("XTENSION");
  }

  /** The first eight characters of the next header, or what there is of them. */
  private String keyword() throws IOException {
    int length = 0;
    while (length < KEYWORD_BYTES && input.reaches(position + length + 1)) {
      length++;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    input.readFully(bytes, position);
    return new String(bytes.array(), StandardCharsets.ISO_8859_1);
  }
}
