package dev.astrocat.thumbs.demo.serve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that try to lead out of a folder, as they stand in a request line. */
final class Traversals {

  private static final List<String> DOTS =
      List.of(
          "..",
          "%2e%2e",
          "%2E.",
          ".%2e",
          "%252e%252e",
          "..%00",
          "%c0%ae%c0%ae",
          "..;",
          "....",
          "..%20",
          "%uff0e%uff0e",
          "sky/..",
          "sky/m31/..",
          "sky%2f..");
  private static final List<String> SLASHES =
      List.of("/", "%2f", "%2F", "\\", "%5c", "%252f", "%c0%af", "//", "/./");
  private static final List<String> TARGETS = List.of("etc/passwd", "outside.fits");
  private static final List<String> OTHERS =
      List.of(
          "/etc/passwd",
          "/etc",
          "/",
          "%2fetc%2fpasswd",
          "file:///etc/passwd",
          "C:%5cwindows",
          "~",
          "$HOME",
          "skyx",
          "sk%25",
          "sk_",
          "sky%00",
          "sky/moved.fits",
          "sky/nothing",
          ".",
          "..",
          "%20");

  /** All of them. */
  static final Set<String> ALL = all();

  private Traversals() {}

  private static Set<String> all() {
    Set<String> all = new LinkedHashSet<>(OTHERS);
    for (String dots : DOTS) {
      for (String slash : SLASHES) {
        for (String target : TARGETS) {
          all.add((dots + slash).repeat(3) + target);
        }
      }
    }
    return all;
  }
}
