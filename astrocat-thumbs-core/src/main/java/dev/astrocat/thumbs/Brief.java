package dev.astrocat.thumbs;

/** Text of bounded length: headers may hold values of megabytes, which end up in it. */
final class Brief {

  private static final int LONGEST = 1000;

  private Brief() {}

  /** The text, or its start when it is long; not cut within a character, and never cut twice. */
  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
