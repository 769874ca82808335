package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.classify.Finding.Bearing;
import java.util.List;

/**
 * What kind of frame an image is, and why. Immutable.
 *
 * @param kind the verdict
 * @param certainty how the verdict is known
 * @param findings all evidence that says something, in the order of the file
 * @param plateSolution whether the file tells where on the sky each pixel is
 */
public record Classification(
    FrameKind kind, Certainty certainty, List<Finding> findings, PlateSolution plateSolution) {

  /** Of an image of which nothing is known. */
  public static final Classification UNKNOWN =
      new Classification(FrameKind.UNKNOWN, Certainty.ASSUMED, List.of(), PlateSolution.NONE);

  /** Copies the findings. */
  public Classification {
    findings = List.copyOf(findings);
  }

  /** Whether the file tells where on the sky each pixel is; where it was pointed at is not it. */
  public boolean plateSolved() {
    return plateSolution == PlateSolution.SOLVED;
  }

  /** What speaks for the verdict. */
  public List<Finding> support() {
    return findings.stream().filter(f -> f.bearing() == Bearing.SUPPORTS).toList();
  }

  /** What says something else. */
  public List<Finding> contradictions() {
    return findings.stream().filter(f -> f.bearing() == Bearing.CONTRADICTS).toList();
  }
}
