package dev.astrocat.thumbs.classify;

import java.util.Locale;

/** What kind of frame an image is. */
public enum FrameKind {
  /** One exposure of the sky. */
  LIGHT(Role.EXPOSURE),
  /** One exposure with the shutter closed. */
  DARK(Role.EXPOSURE),
  /** One exposure of an even light. */
  FLAT(Role.EXPOSURE),
  /** One exposure as short as can be. */
  BIAS(Role.EXPOSURE),
  /** A dark that is as long as a flat. */
  FLAT_DARK(Role.EXPOSURE),
  /** Several lights combined. */
  MASTER_LIGHT(Role.STACK),
  /** Several darks combined. */
  MASTER_DARK(Role.STACK),
  /** Several flats combined. */
  MASTER_FLAT(Role.STACK),
  /** Several biases combined. */
  MASTER_BIAS(Role.STACK),
  /** Several flat-darks combined. */
  MASTER_FLAT_DARK(Role.STACK),
  /** Several frames combined; of which kind is not said. */
  INTEGRATED(Role.STACK),
  /** A by-product of calibrating and combining: weights, slopes, rejected or defect pixels. */
  MAP(Role.OTHER),
  /** Stretched or painted on since it was made of exposures. */
  PROCESSED(Role.OTHER),
  /** Made to be looked at: 8 bits in an ordinary format. */
  DISPLAY_READY(Role.OTHER),
  /** Nothing says what it is. */
  UNKNOWN(Role.OTHER);

  private enum Role {
    EXPOSURE,
    STACK,
    OTHER
  }

  private final Role role;

  FrameKind(Role role) {
    this.role = role;
  }

  /** Whether it is one exposure, of whatever kind. */
  public boolean isSingleExposure() {
    return role == Role.EXPOSURE;
  }

  /** Whether it is made of several exposures. */
  public boolean isStack() {
    return role == Role.STACK;
  }

  /** In words for people: {@code flat dark}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
