package dev.astrocat.thumbs.demo.serve.images;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The name under which a browser keeps a download (RFC 6266): plain characters for old clients, and
 * the true name in percent encoding (RFC 8187), so that no name breaks out of the header.
 */
final class Attachment {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  private Attachment() {}

  /** Of the picture of a file: {@code m31.fits} becomes {@code m31.jpg}. */
  static String header(String fileName, String extension) {
    int dot = fileName.lastIndexOf('.');
    String name = (dot > 0 ? fileName.substring(0, dot) : fileName) + "." + extension;
    return "attachment; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints().forEach(c -> plain.append(PLAIN.indexOf(c) < 0 ? '_' : (char) c));
    return plain.toString();
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(b) < 0) {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b));
      } else {
        encoded.append((char) b);
      }
    }
    return encoded.toString();
  }
}
