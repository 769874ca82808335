package dev.astrocat.thumbs.demo.serve.http;

import java.util.regex.Pattern;

/**
 * Takes out of a message what is nobody's business outside: folders of files, and names of classes.
 * Stateless.
 */
public final class Scrub {

  private static final Pattern FOLDERS =
      Pattern.compile("(?<![\\w./])/(?:[^/\\s:;,'\"<>()]+/)+(?=[^/\\s]|$)");
  private static final Pattern DRIVES = Pattern.compile("\\b[A-Za-z]:\\\\(?:[^\\\\\\s]+\\\\)*");
  private static final Pattern CLASSES =
      Pattern.compile(
          "\\b(?:(?:java|javax|jakarta|org|com|io|dev|net|sun)(?:\\.\\w+)+|[A-Z]\\w*(?:Exception|Error))"
              + "\\b(?::\\s*)?");
  private static final Pattern LOOSE_END = Pattern.compile(":\\s*$");

  private Scrub() {}

  /** The message with file names in place of paths, and without names of classes. */
  public static String clean(String message) {
    String files = DRIVES.matcher(FOLDERS.matcher(message).replaceAll("")).replaceAll("");
    return LOOSE_END.matcher(CLASSES.matcher(files).replaceAll("")).replaceAll("").strip();
  }
}
