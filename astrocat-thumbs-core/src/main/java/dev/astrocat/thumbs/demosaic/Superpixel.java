package dev.astrocat.thumbs.demosaic;

import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes one colour pixel of each small block of a mosaic: the mean of its red samples, of its green
 * ones and of its blue ones. Nothing is interpolated, and no more than a few rows are held.
 * Thread-safe.
 */
public final class Superpixel implements PixelSource {

  /** Samples of a mosaic that are read at a time; they stay in a core's cache. */
  private static final int CHUNK_SAMPLES = 1 << 17;

  private final PixelSource mosaic;
  private final ImageInfo info;
  private final Block block;
  private final Mixer mixer;
  private final int chunkRows;
  private final ConcurrentLinkedQueue<RowBand> idle = new ConcurrentLinkedQueue<>();

  private Superpixel(PixelSource mosaic, Block block) {
    ImageInfo from = mosaic.info();
    this.mosaic = mosaic;
    this.block = block;
    this.info =
        from.withShape(from.width() / block.size(), from.height() / block.size(), 3, from.type());
    this.mixer = Mixer.of(from.type(), from.blank());
    this.chunkRows = Math.max(1, CHUNK_SAMPLES / from.width() / block.size());
  }

  /**
   * A colour image of the same sample type: half as wide and high for a Bayer pattern, a third for
   * X-Trans. A last row or column that fills no block is dropped. Integers are rounded half up;
   * samples that are blank or not finite do not count, and where none is left the result is blank
   * or NaN. The filters stay noted: such colours were never balanced.
   *
   * @param mosaic closed with the result
   * @return {@code mosaic} itself if it has no filters or is smaller than one block
   */
  public static PixelSource of(PixelSource mosaic) {
    ImageInfo info = mosaic.info();
    Optional<CfaPattern> cfa = info.cfa();
    if (cfa.isEmpty() || info.channels() != 1) {
      return mosaic;
    }
    Block block = Block.of(cfa.get());
    boolean fits = info.width() >= block.size() && info.height() >= block.size();
    return fits ? new Superpixel(mosaic, block) : mosaic;
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    RowBand rows = take();
    try {
      for (int done = 0; done < rowCount; done += chunkRows) {
        int count = Math.min(chunkRows, rowCount - done);
        mosaic.readRows((firstRow + done) * block.size(), count * block.size(), rows);
        for (int row = 0; row < count; row++) {
          mix(rows, row, firstRow + done + row, band, (done + row) * info.width());
        }
      }
    } finally {
      idle.offer(rows);
    }
  }

  private void mix(RowBand rows, int row, int imageRow, RowBand band, int at) {
    int mosaicWidth = rows.width();
    for (int channel = 0; channel < 3; channel++) {
      for (int phase = 0; phase < block.phases(); phase++) {
        int[] offsets = block.offsets(channel, phase, imageRow, mosaicWidth);
        int first = row * block.size() * mosaicWidth + phase * block.size();
        int count = (info.width() - phase + block.phases() - 1) / block.phases();
        Mixer.Run run =
            new Mixer.Run(
                offsets, first, block.size() * block.phases(), at + phase, block.phases(), count);
        mixer.mix(rows.plane(0), band.plane(channel), run);
      }
    }
  }

  private RowBand take() {
    RowBand rows = idle.poll();
    return rows != null
        ? rows
        : new RowBand(info.type(), mosaic.info().width(), 1, chunkRows * block.size());
  }

  @Override
  public void close() throws IOException {
    mosaic.close();
  }
}
