package dev.astrocat.thumbs.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests in lower-case hexadecimal; text is taken as UTF-8. */
public final class Digests {

  private Digests() {}

  /** SHA-256, 64 digits. */
  public static String sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  /** SHA-256, 64 digits. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** MD5, 32 digits: for the documented names alone, where nothing is proved by it. */
  public static String md5(String text) {
    return digest("MD5", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
