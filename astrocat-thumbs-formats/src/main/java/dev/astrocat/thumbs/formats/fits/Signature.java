package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.unpack.GzipBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the first bytes of a file are: FITS, or a wrapper that FITS files come in. */
enum Signature {
  /** A primary header. */
  FITS,
  /** gzip. */
  GZIP,
  /** bzip2. */
  BZIP2,
  /** The old Unix compress, which is recognised but not read. */
  UNIX_COMPRESS,
  /** Anything else. */
  OTHER;

  static final int BYTES = 9;
  private static final String SIMPLE = "SIMPLE  =";
  private static final Pattern NAME = Pattern.compile(".*\\.(fits?|fts|fz)(\\.(gz|bz2|z))?");

  static Signature of(ByteBuffer start) {
    if (startsWith(start, SIMPLE)) {
      return FITS;
    } else if (startsWith(start, "\u001F\u008B\b")) {
      return GZIP;
    } else if (startsWith(start, "BZh")) {
      return BZIP2;
    }
    return startsWith(start, "\u001F\u009D") ? UNIX_COMPRESS : OTHER;
  }

  static Match match(SourceHead head) {
    Signature signature = of(head.start());
    boolean named = NAME.matcher(head.name().toLowerCase(Locale.ROOT)).matches();
    if (signature == FITS || signature == GZIP && holdsFits(head.start())) {
      return Match.BY_CONTENT;
    }
    return named ? Match.BY_NAME : Match.NO;
  }

  private static boolean holdsFits(ByteBuffer gzip) {
    try {
      byte[] inflated = new byte[BYTES];
      GzipBlock.inflateStart(gzip, inflated);
      return startsWith(ByteBuffer.wrap(inflated), SIMPLE);
    } catch (IOException | DecodeException e) {
      return false; // not gzip after all, or its start is longer than what was read
    }
  }

  private static boolean startsWith(ByteBuffer bytes, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.limit() >= wanted.length
        && bytes.slice(0, wanted.length).equals(ByteBuffer.wrap(wanted));
  }
}
