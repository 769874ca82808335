package dev.astrocat.thumbs.cache.entry;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The readable part of an entry's name: the source's file name without its extension, in characters
 * that every file system takes. It need not be unique; digests behind it see to that.
 */
final class Stem {

  private static final Pattern EXTENSION =
      Pattern.compile("(?i:\\.(?:fits|fit|fts)\\.(?:fz|gz|bz2|z|xz|zst)|(?<=.)\\.[^.]+)$");

  private static final Pattern DEVICE =
      Pattern.compile("(?i:con|prn|aux|nul|com[0-9]|lpt[0-9]) *(?:\\..*)?");

  private static final String RESERVED = "<>:\"/\\|?*\uFFFD";

  private static final Set<Integer> UNSEEN =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.SURROGATE);

  private Stem() {}

  /** The stem of a file name, at most so many bytes of UTF-8. */
  static String of(String fileName, int maxBytes) {
    String stem = safe(EXTENSION.matcher(fileName).replaceFirst(""));
    if (stem.isEmpty()) {
      return "image";
    }
    // Hidden files and Windows' device names, which hold with any extension, are avoided.
    if (stem.charAt(0) == '.') {
      stem = "_" + stem.substring(1);
    } else if (DEVICE.matcher(stem).matches()) {
      stem = "_" + stem;
    }
    return cut(stem, maxBytes);
  }

  private static String safe(String name) {
    StringBuilder safe = new StringBuilder(name.length());
    name.codePoints().forEach(c -> safe.appendCodePoint(isSafe(c) ? c : '_'));
    return safe.toString();
  }

  private static boolean isSafe(int character) {
    return RESERVED.indexOf(character) < 0 && !UNSEEN.contains(Character.getType(character));
  }

  private static String cut(String stem, int maxBytes) {
    String cut = stem;
    while (cut.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
