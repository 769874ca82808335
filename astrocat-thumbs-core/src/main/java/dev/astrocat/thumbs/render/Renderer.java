package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.Reduction;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.measure.ToneCurve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders an image in one or several sizes, in one pass over its rows; the full image is never
 * held. Each picture is the same, to the bit, whichever others are made with it.
 */
public final class Renderer {

  /** So that boxes grow from picture to picture. */
  private static final Comparator<TargetSize> LARGEST_FIRST =
      Comparator.comparingInt((TargetSize t) -> t.width() + t.height()).reversed();

  private final BandWalk walk;
  private final ToneCurve curve;
  private final Orientation orientation;
  private final int width;
  private final int height;

  /**
   * A renderer of the image that the walk goes over.
   *
   * @param orientation how stored rows and columns are turned
   */
  public Renderer(BandWalk walk, ToneCurve curve, Orientation orientation) {
    this.walk = walk;
    this.curve = curve;
    this.orientation = orientation;
    ImageInfo info = walk.source().info();
    width = orientation.transposes() ? info.height() : info.width();
    height = orientation.transposes() ? info.width() : info.height();
  }

  /**
   * How many bytes it holds at most for pictures of these sizes: reduced ones, and what they become
   * on the way to a file.
   *
   * @param maxSizes longest sides in pixels
   */
  public static long bytes(
      ImageInfo info, Orientation orientation, Reduction reduction, List<Integer> maxSizes) {
    boolean transposed = orientation.transposes();
    long width = transposed ? info.height() : info.width();
    long height = transposed ? info.width() : info.height();
    long pixels = 0;
    for (int max : maxSizes) {
      TargetSize target = TargetSize.of((int) width, (int) height, max);
      long finished = (long) target.width() * target.height();
      long reduced =
          (width / TargetSize.reduction((int) width, target.width()) + 1)
              * (height / TargetSize.reduction((int) height, target.height()) + 1);
      pixels += 3 * finished + (reduction == Reduction.AFTER_STRETCH ? reduced : 0);
    }
    return pixels * info.channels();
  }

  /**
   * The finished pictures.
   *
   * @param maxSizes longest sides in pixels
   * @return in the order of the sizes
   */
  public List<Picture> render(Reduction reduction, List<Integer> maxSizes) throws IOException {
    List<TargetSize> wanted =
        maxSizes.stream().map(max -> TargetSize.of(width, height, max)).toList();
    List<TargetSize> targets = wanted.stream().distinct().sorted(LARGEST_FIRST).toList();
    List<Picture> made =
        switch (reduction) {
          case AFTER_STRETCH -> stretchedFirst(targets);
          case BEFORE_STRETCH -> reducedFirst(targets);
        };
    Map<TargetSize, Picture> pictures = new HashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      pictures.put(targets.get(i), made.get(i));
    }
    return wanted.stream().map(target -> pictures.getOrDefault(target, made.get(0))).toList();
  }

  /** Levels reduced by whole boxes, then by Lanczos-3, as Pillow does. */
  private List<Picture> stretchedFirst(List<TargetSize> targets) throws IOException {
    List<BoxPicture> reduced = targets.stream().map(this::boxes).toList();
    Reducer.reduce(walk, curve, reduced);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < reduced.size(); i++) {
      pictures.add(resampled(reduced.get(i), targets.get(i)));
    }
    return pictures;
  }

  private BoxPicture boxes(TargetSize target) {
    ImageInfo info = walk.source().info();
    int across = TargetSize.reduction(width, target.width());
    int down = TargetSize.reduction(height, target.height());
    boolean transposed = orientation.transposes();
    return new BoxPicture(
        blocks(info.width(), transposed ? down : across, orientation.mirrorsColumns()),
        blocks(info.height(), transposed ? across : down, orientation.mirrorsRows()),
        info.channels());
  }

  private static Blocks blocks(int length, int size, boolean mirrored) {
    return mirrored ? Blocks.fromEnd(length, size) : Blocks.fromStart(length, size);
  }

  private Picture resampled(BoxPicture reduced, TargetSize target) {
    int columns = reduced.columns().count();
    int rows = reduced.rows().count();
    byte[][] planes = reduced.planes();
    for (int c = 0; c < planes.length; c++) {
      planes[c] =
          Resampler.resample(
              Turn.turned(planes[c], columns, rows, orientation),
              orientation.transposes() ? rows : columns,
              orientation.transposes() ? columns : rows,
              (float) ((double) width / TargetSize.reduction(width, target.width())),
              (float) ((double) height / TargetSize.reduction(height, target.height())),
              target);
    }
    return new Picture(target.width(), target.height(), planes);
  }

  /** Means of linear values, then levels. */
  private List<Picture> reducedFirst(List<TargetSize> targets) throws IOException {
    ImageInfo info = walk.source().info();
    List<TargetSize> stored = targets.stream().map(this::stored).toList();
    List<MeanPicture> means =
        stored.stream()
            .map(s -> new MeanPicture(s, info.width(), info.height(), info.channels(), curve))
            .toList();
    Averager.average(walk, means);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      byte[][] planes = means.get(i).planes();
      for (int c = 0; c < planes.length; c++) {
        planes[c] =
            Turn.turned(planes[c], stored.get(i).width(), stored.get(i).height(), orientation);
      }
      pictures.add(new Picture(targets.get(i).width(), targets.get(i).height(), planes));
    }
    return pictures;
  }

  private TargetSize stored(TargetSize target) {
    return orientation.transposes() ? target.transposed() : target;
  }
}
