package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.samples.SampleLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How an array of two or more dimensions is shown: which axes are columns and rows, and where each
 * channel lies in the linear order of samples.
 *
 * @param width columns of the picture
 * @param height rows of the picture
 * @param firstPlane plane that the first channel comes from
 * @param channels 1 or 3
 * @param interleave 0 for planes one behind the other; else samples of one pixel
 * @param planes number of planes to choose from
 */
record Axes(long width, long height, int firstPlane, int channels, int interleave, long planes)
    implements SampleLayout {

  private static final int COLOURS = 3;

  /** A third axis this short is taken for channels, never for rows of interleaved pixels. */
  private static final int MOST_CHANNELS = 4;

  /**
   * Finds the picture in an array.
   *
   * @param lengths NAXIS1, NAXIS2...; two or more, none of them 0
   */
  static Axes of(List<Long> lengths, DecodeContext context) {
    List<Long> axes = squeezed(lengths);
    OptionalInt plane = context.selection().plane();
    boolean interleaved =
        axes.size() == COLOURS
            && (axes.get(0) == COLOURS || axes.get(0) == MOST_CHANNELS)
            && axes.get(1) > MOST_CHANNELS
            && axes.get(2) > MOST_CHANNELS;
    Axes found = interleaved ? interleaved(axes, plane) : planar(axes, plane);
    context.checkDimensions(found.width, found.height);
    if (plane.isPresent() && plane.getAsInt() >= found.planes) {
      throw DecodeException.noImage(
          "FITS: plane " + plane.getAsInt() + " of an image with " + found.planes);
    }
    return found;
  }

  /** Writers that store NumPy arrays of shape (height, width, 3) put colours on the first axis. */
  private static Axes interleaved(List<Long> axes, OptionalInt plane) {
    int colours = axes.get(0).intValue();
    return new Axes(
        axes.get(1),
        axes.get(2),
        plane.orElse(0),
        plane.isPresent() ? 1 : COLOURS,
        colours,
        colours);
  }

  private static Axes planar(List<Long> axes, OptionalInt plane) {
    long planes = 1;
    try {
      for (long length : axes.subList(2, axes.size())) {
        planes = Math.multiplyExact(planes, length);
      }
    } catch (ArithmeticException e) {
      throw DecodeException.malformed("FITS: the axes multiply to more than 2^63", e);
    }
    boolean colour = axes.size() == 3 && planes == COLOURS && plane.isEmpty();
    return new Axes(axes.get(0), axes.get(1), plane.orElse(0), colour ? COLOURS : 1, 0, planes);
  }

  /** Without axes of length 1, the last ones first, as long as two axes remain. */
  private static List<Long> squeezed(List<Long> lengths) {
    List<Long> axes = new ArrayList<>(lengths);
    for (int axis = axes.size() - 1; axis >= 0 && axes.size() > 2; axis--) {
      if (axes.get(axis) == 1) {
        axes.remove(axis);
      }
    }
    return axes;
  }

  /** Whether the file is one plane, which may be a mosaic of colour filters. */
  boolean isSinglePlane() {
    return planes == 1;
  }

  boolean isInterleaved() {
    return interleave > 0;
  }

  @Override
  public long firstSample(int channel, long row) {
    return isInterleaved()
        ? row * width * interleave + firstPlane + channel
        : ((long) (firstPlane + channel) * height + row) * width;
  }

  @Override
  public long step() {
    return isInterleaved() ? interleave : 1;
  }
}
