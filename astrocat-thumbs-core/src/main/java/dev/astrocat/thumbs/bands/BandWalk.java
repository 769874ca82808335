package dev.astrocat.thumbs.bands;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Shows all rows of an image to visitors, a few rows at a time, so that memory does not grow with
 * the image. Bands come in no certain order when the crew has more than one member.
 */
public final class BandWalk {

  /** Bytes of a band: small enough for a core's own cache, large enough for one read call. */
  private static final int BAND_BYTES = 256 << 10;

  /** Which part of the rows may be read twice before bands are made longer. */
  private static final int MOST_READ_TWICE = 10;

  /** Longer bands, of several pictures, are so many lines of the coarsest long. */
  private static final int LINES_PER_SHARED_BAND = 6;

  private final PixelSource source;
  private final DecodeContext context;
  private final Crew crew;

  /** A walk over this image, which gives up when the context does. */
  public BandWalk(PixelSource source, DecodeContext context, Crew crew) {
    this.source = source;
    this.context = context;
    this.crew = crew;
  }

  /** The image. */
  public PixelSource source() {
    return source;
  }

  /**
   * Sees a band.
   *
   * @param <P> what one thread collects
   */
  @FunctionalInterface
  public interface Visitor<P> {

    /**
     * Sees blocks {@code firstBlock} up to, not including, {@code endBlock}, read into the band.
     */
    void visit(P part, RowBand band, int firstBlock, int endBlock) throws IOException;
  }

  /**
   * Sees a band of which lines of several pictures are made.
   *
   * @param <P> what one thread collects
   */
  @FunctionalInterface
  public interface SliceVisitor<P> {

    /** Sees a slice, whose rows are read into the band from its start on. */
    void visit(P part, RowBand band, Slice slice) throws IOException;
  }

  /**
   * Walks over all blocks of rows. Blocks.
   *
   * @param blocks how rows belong together; one block is never split over two bands
   * @param newPart makes what one thread collects into
   * @return the parts of all threads that took part
   */
  public <P> List<P> walk(Blocks blocks, Supplier<P> newPart, Visitor<P> visitor)
      throws IOException {
    return walk(
        List.of(blocks),
        newPart,
        (part, band, slice) ->
            visitor.visit(part, band, slice.firstLines()[0], slice.endLines()[0]));
  }

  /**
   * Walks over the rows once for several pictures. Blocks.
   *
   * @param pictures which rows the lines of each picture are made of; all rows of a line are in the
   *     slice that it belongs to
   * @param newPart makes what one thread collects into
   * @return the parts of all threads that took part
   */
  public <P> List<P> walk(
      List<? extends RowSpans> pictures, Supplier<P> newPart, SliceVisitor<P> visitor)
      throws IOException {
    BandPlan plan = plan(pictures);
    int rows = plan.mostRows();
    AtomicInteger next = new AtomicInteger();
    Callable<P> work =
        () -> {
          P part = newPart.get();
          RowBand band = newBand(rows);
          int i = next.getAndIncrement();
          try {
            for (; i < plan.bands(); i = next.getAndIncrement()) {
              context.checkpoint();
              Slice slice = plan.slice(i);
              if (slice.firstRow() < slice.endRow()) {
                source.readRows(slice.firstRow(), slice.endRow() - slice.firstRow(), band);
                context.progressed();
                visitor.visit(part, band, slice);
              }
            }
          } finally {
            next.set(plan.bands()); // after a failure nobody else begins another band
          }
          return part;
        };
    return CrewWork.run(crew, work, Math.min(crew.size(), plan.bands()));
  }

  /** Bands are short, unless pictures whose lines do not fit together read many rows twice then. */
  private BandPlan plan(List<? extends RowSpans> pictures) {
    int height = source.info().height();
    int longest = BandPlan.longestLine(pictures);
    long lines = Math.max(1, BAND_BYTES / rowBytes() / longest);
    BandPlan small = new BandPlan(pictures, height, (int) (longest * lines));
    return small.rowsRead() <= height + height / MOST_READ_TWICE
        ? small
        : new BandPlan(pictures, height, longest * LINES_PER_SHARED_BAND);
  }

  private long rowBytes() {
    ImageInfo info = source.info();
    return (long) info.width() * info.channels() * info.type().bytes();
  }

  private RowBand newBand(int rows) {
    ImageInfo info = source.info();
    long bytes = rows * rowBytes();
    if (bytes > 2 * BAND_BYTES) {
      context.reserve(bytes); // lines of a huge image, reduced to very few pixels
    }
    return new RowBand(info.type(), info.width(), info.channels(), rows);
  }
}
