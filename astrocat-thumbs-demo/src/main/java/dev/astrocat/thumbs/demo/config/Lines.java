package dev.astrocat.thumbs.demo.config;

/** Text of others in a message of one line. */
final class Lines {

  private static final int LONGEST = 200;

  private Lines() {}

  static String one(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
