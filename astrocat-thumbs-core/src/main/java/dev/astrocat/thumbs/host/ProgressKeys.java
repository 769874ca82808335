package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.digest.Digests;
import java.nio.file.Path;

/** The documented keys of {@link ProgressStore}s. */
public final class ProgressKeys {

  /** Of thumbnails for all images. */
  public static final String EVERYTHING = thumbnails("*");

  private ProgressKeys() {}

  /** Of thumbnails for all images under a mount path: {@code bulk:thumbnails:} and its MD5. */
  public static String thumbnails(Path mount) {
    return thumbnails(text(mount));
  }

  /** Of looking again for images under a mount path: {@code bulk:rescan:} and its MD5. */
  public static String rescan(Path mount) {
    return "bulk:rescan:" + Digests.md5(text(mount));
  }

  /** Of something else than a mount path. */
  static String thumbnails(String name) {
    return "bulk:thumbnails:" + Digests.md5(name);
  }

  /** Of the chunks of one run. */
  static String chunks(String run) {
    return "bulk:run:" + run;
  }

  /** How a mount path is written. */
  static String text(Path mount) {
    return mount.toAbsolutePath().normalize().toString();
  }
}
