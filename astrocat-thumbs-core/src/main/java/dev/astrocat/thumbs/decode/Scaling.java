package dev.astrocat.thumbs.decode;

/**
 * How a stored sample becomes a physical value: {@code physical = zero + scale * stored} (FITS 4.0
 * section 4.4.2: BZERO and BSCALE). Pixels keep their stored form; the numbers are applied to
 * statistics and to tone curves.
 *
 * @param scale factor; may be negative, which turns the order of values round
 * @param zero value of a stored 0
 */
public record Scaling(double scale, double zero) {

  /** Stored values are physical values. */
  public static final Scaling IDENTITY = new Scaling(1, 0);

  /** The physical value of a stored one; not finite when the numbers overflow. */
  public double apply(double stored) {
    return zero + scale * stored;
  }
}
