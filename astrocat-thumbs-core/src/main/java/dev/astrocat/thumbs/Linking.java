package dev.astrocat.thumbs;

/** Whether the channels of a colour picture are stretched alike. */
public enum Linking {
  /** The stretch decides by the data: apart where one curve would give the sky a colour. */
  AUTO,
  /** One curve, measured over all channels, for all: colours stay as they are. */
  LINKED,
  /** A curve for each channel: the sky becomes grey. */
  UNLINKED
}
