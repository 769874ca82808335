package dev.astrocat.thumbs.demo.catalog;

import java.nio.file.Path;
import java.util.Set;

/** What people call a mount: {@code astro}, or {@code astro (nas)} where that is taken. */
final class MountName {

  private static final String ROOT = "files";
  private static final int LONGEST = 400;

  private MountName() {}

  static String of(Path path, Set<String> taken) {
    Path last = path.getFileName();
    String name = Texts.clean(last == null ? ROOT : last.toString(), LONGEST);
    Path parent = path.getParent();
    Path above = parent == null ? null : parent.getFileName();
    String longer = above == null ? name : Texts.clean(name + " (" + above + ")", LONGEST);
    if (!taken.contains(name)) {
      return name;
    }
    String numbered = longer;
    for (int n = 2; taken.contains(numbered); n++) {
      numbered = longer + " " + n;
    }
    return numbered;
  }
}
