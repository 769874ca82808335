package dev.astrocat.thumbs.demo.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Short columns that stand for long texts: what is unique, what is looked up, what is ordered. */
final class Keys {

  /** Orders last, and is allowed in both databases. */
  static final String NOTHING = "\uffff";

  private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,12})");
  private static final int NUMBER_WIDTH = 12;
  private static final int LONGEST = 250;

  private Keys() {}

  /**
   * Unique for a file or mount. PostgreSQL indexes no texts beyond 2,704 bytes; paths have 4,096.
   */
  static String path(Path path) {
    return hash(path.toString());
  }

  /** Unique for a folder of a mount. */
  static String folder(long mount, String folder) {
    return hash(mount + "/" + folder);
  }

  /** Folders between mount and file, with slashes; empty in the mount's own folder. */
  static String folder(Path mount, Path file) {
    Path parent = mount.relativize(file).getParent();
    return parent == null ? "" : parent.toString();
  }

  /** What a name is ordered by: no case, and {@code m9} before {@code m31}. */
  static String order(String name) {
    String lower = cut(name.toLowerCase(Locale.ROOT));
    return cut(
        NUMBER
            .matcher(lower)
            .replaceAll(n -> "0".repeat(NUMBER_WIDTH - n.group(1).length()) + n.group(1)));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
