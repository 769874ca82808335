package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.lang.reflect.Array;

/**
 * Reads rows of an image out of its strips or tiles, as grey or RGB. Thread-safe.
 *
 * <p>Uncompressed rows are read where they lie; of a compressed image whole rows of chunks should
 * be asked for, since each chunk that is touched is decompressed.
 */
final class TiffRows {

  private final TiffImage image;
  private final TiffColours colours;
  private final ChunkReader chunks;
  private final SampleReader samples;

  TiffRows(TiffImage image, TiffColours colours, ChunkReader chunks) {
    this.image = image;
    this.colours = colours;
    this.chunks = chunks;
    this.samples =
        new SampleReader(image.format(), image.samplesInChunk(), chunks.predictor().orderAfter());
  }

  /** Whether rows can be read without decoding whole chunks. */
  boolean direct() {
    return image.compression() == Compression.NONE && !image.subsampled();
  }

  /**
   * Reads rows of all channels.
   *
   * @param planes one array per channel
   * @param offset where the first row goes in each
   */
  void read(int firstRow, int rowCount, Object[] planes, int offset) throws IOException {
    int height = image.grid().height();
    int end = firstRow + rowCount;
    for (int chunkRow = firstRow / height; chunkRow * (long) height < end; chunkRow++) {
      int from = Math.max(firstRow, chunkRow * height);
      int to = (int) Math.min(end, (chunkRow + 1L) * height);
      int at = offset + (from - firstRow) * image.width();
      if (colours.conversion().isEmpty()) {
        readChunkRow(chunkRow, from, to - from, planes, at);
      } else {
        readConverted(chunkRow, from, to - from, planes, at);
      }
    }
  }

  private void readConverted(int chunkRow, int firstRow, int rows, Object[] planes, int offset)
      throws IOException {
    int width = image.width();
    SampleType stored = image.format().type();
    Object[] staging = new Object[colours.samples()];
    for (int s = 0; s < staging.length; s++) {
      staging[s] =
          Array.newInstance(stored.arrayType().getComponentType(), Math.multiplyExact(width, rows));
    }
    readChunkRow(chunkRow, firstRow, rows, staging, 0);
    double[][] row = new double[Math.max(3, staging.length)][width];
    for (int r = 0; r < rows; r++) {
      for (int s = 0; s < staging.length; s++) {
        NativeRows.widen(stored, staging[s], r * width, row[s], width);
      }
      colours.conversion().orElseThrow().apply(row, width);
      for (int c = 0; c < colours.channels(); c++) {
        NativeRows.narrow(colours.type(), row[c], planes[c], offset + r * width, width);
      }
    }
  }

  /** The samples as stored, of some rows of one row of chunks. */
  private void readChunkRow(int chunkRow, int firstRow, int rows, Object[] planes, int offset)
      throws IOException {
    int top = chunkRow * image.grid().height();
    for (int column = 0; column < image.grid().across(); column++) {
      for (int s = 0; s < (image.planar() ? planes.length : 1); s++) {
        int chunk = image.chunk(column, chunkRow, s);
        if (direct()) {
          byte[] bytes = chunks.rows(chunk, firstRow - top, rows);
          takeApart(bytes, 0, rows, column, s, planes, offset);
        } else {
          byte[] bytes = chunks.decoded(chunk, s, image.grid().storedRows(chunkRow));
          takeApart(bytes, firstRow - top, rows, column, s, planes, offset);
        }
      }
    }
  }

  private void takeApart(
      byte[] bytes, int skippedRows, int rows, int column, int plane, Object[] planes, int offset) {
    int rowBytes = (int) image.rowBytes();
    int visible = image.grid().visibleColumns(column);
    for (int r = 0; r < rows; r++) {
      int start = (skippedRows + r) * rowBytes;
      int to = offset + r * image.width() + column * image.grid().width();
      if (image.planar()) {
        samples.read(bytes, start, 0, planes[plane], to, visible);
      } else {
        for (int s = 0; s < planes.length; s++) {
          samples.read(bytes, start, s, planes[s], to, visible);
        }
      }
    }
  }
}
