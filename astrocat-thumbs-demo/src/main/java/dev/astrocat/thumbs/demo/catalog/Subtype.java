package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.Subframe;

/** What an image is, in the words of the documented API. */
public enum Subtype {
  /** A single exposure: always stretched. */
  SUB_FRAME,
  /** A stack of exposures. */
  INTEGRATION_MASTER,
  /** A stack that a better one replaced. */
  INTEGRATION_DEPRECATED,
  /** A picture of a planet, the moon or the sun. */
  PLANETARY;

  /** What a person says of an image by giving it this subtype. */
  public Subframe subframe() {
    return this == SUB_FRAME ? Subframe.YES : Subframe.NO;
  }
}
