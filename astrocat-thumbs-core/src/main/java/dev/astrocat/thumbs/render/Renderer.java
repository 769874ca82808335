package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.measure.ToneCurve;
import java.io.IOException;

/**
 * Renders an image: tone curve and reduction by whole boxes in one pass over its rows, then turned,
 * then resampled to the exact size. The full image is never held.
 */
public final class Renderer {

  private final BandWalk walk;

  /** A renderer of the image that the walk goes over. */
  public Renderer(BandWalk walk) {
    this.walk = walk;
  }

  /**
   * The finished picture.
   *
   * @param orientation how stored rows and columns are turned
   * @param maxSize longest side in pixels
   */
  public Picture render(ToneCurve curve, Orientation orientation, int maxSize) throws IOException {
    ImageInfo info = walk.source().info();
    int width = orientation.transposes() ? info.height() : info.width();
    int height = orientation.transposes() ? info.width() : info.height();
    TargetSize target = TargetSize.of(width, height, maxSize);
    int across = TargetSize.reduction(width, target.width());
    int down = TargetSize.reduction(height, target.height());

    Blocks columns =
        blocks(
            info.width(), orientation.transposes() ? down : across, orientation.mirrorsColumns());
    Blocks rows =
        blocks(info.height(), orientation.transposes() ? across : down, orientation.mirrorsRows());
    byte[][] planes = new Reducer(columns, rows).reduce(walk, curve);

    int reducedWidth = orientation.transposes() ? rows.count() : columns.count();
    int reducedHeight = orientation.transposes() ? columns.count() : rows.count();
    for (int c = 0; c < planes.length; c++) {
      byte[] upright = Turn.turned(planes[c], columns.count(), rows.count(), orientation);
      planes[c] =
          Resampler.resample(
              upright,
              reducedWidth,
              reducedHeight,
              (float) ((double) width / across),
              (float) ((double) height / down),
              target);
    }
    return new Picture(target.width(), target.height(), planes);
  }

  private static Blocks blocks(int length, int size, boolean mirrored) {
    return mirrored ? Blocks.fromEnd(length, size) : Blocks.fromStart(length, size);
  }
}
