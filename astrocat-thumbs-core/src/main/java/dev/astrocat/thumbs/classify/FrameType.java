package dev.astrocat.thumbs.classify;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the shutter was opened for, and the words that programs have for it. */
enum FrameType {
  LIGHT(FrameKind.LIGHT, FrameKind.MASTER_LIGHT, "light frame"),
  DARK(FrameKind.DARK, FrameKind.MASTER_DARK, "dark frame"),
  FLAT(FrameKind.FLAT, FrameKind.MASTER_FLAT, "flat frame"),
  BIAS(FrameKind.BIAS, FrameKind.MASTER_BIAS, "bias frame"),
  FLAT_DARK(FrameKind.FLAT_DARK, FrameKind.MASTER_FLAT_DARK, "flat-dark frame");

  private static final int LONGEST = 40;

  /** Words that mean a light only if there are no others. */
  private static final Set<String> LIGHT_WORDS =
      Set.of("sci", "obj", "ext", "external", "extern", "sky", "std", "standard", "snapshot");

  private final FrameKind single;
  private final FrameKind master;
  private final String words;

  FrameType(FrameKind single, FrameKind master, String words) {
    this.single = single;
    this.master = master;
    this.words = words;
  }

  FrameKind single() {
    return single;
  }

  FrameKind master() {
    return master;
  }

  String words() {
    return words;
  }

  /** Letters of a value, lower case: what is left where each program has its own punctuation. */
  static String letters(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** Whether a value is too long to name a kind. */
  static boolean isSentence(String value) {
    return value.length() > LONGEST;
  }

  /** The type that a value names: {@code Dark Frame}, {@code SKYFLAT}, {@code FLAT,LAMP}. */
  static Optional<FrameType> of(String value) {
    return isSentence(value) ? Optional.empty() : named(letters(value));
  }

  private static Optional<FrameType> named(String letters) {
    // Flats before lights: a flat is often taken at twilight.
    if (letters.contains("flat") || letters.contains("twilight")) {
      return Optional.of(letters.contains("dark") ? FLAT_DARK : FLAT);
    }
    if (letters.contains("dark")) {
      return Optional.of(DARK);
    }
    if (letters.contains("bias") || letters.contains("zero") || letters.startsWith("offset")) {
      return Optional.of(BIAS);
    }
    boolean light =
        letters.contains("light")
            || letters.contains("science")
            || letters.contains("object")
            || letters.contains("target")
            || LIGHT_WORDS.contains(letters);
    return light ? Optional.of(LIGHT) : Optional.empty();
  }
}
