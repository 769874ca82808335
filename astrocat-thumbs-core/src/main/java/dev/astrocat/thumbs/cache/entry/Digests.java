package dev.astrocat.thumbs.cache.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of text in UTF-8, in lower-case hexadecimal. */
final class Digests {

  private static final int SHORT_BYTES = 4;

  private Digests() {}

  /** SHA-256, 64 digits. */
  static String sha256(String text) {
    return HexFormat.of().formatHex(digest("SHA-256", text));
  }

  /** The first 8 digits of SHA-256. */
  static String shortSha256(String text) {
    return HexFormat.of().formatHex(digest("SHA-256", text), 0, SHORT_BYTES);
  }

  /** The first 8 digits of MD5, as the documented names have them. */
  static String shortMd5(String text) {
    return HexFormat.of().formatHex(digest("MD5", text), 0, SHORT_BYTES);
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
