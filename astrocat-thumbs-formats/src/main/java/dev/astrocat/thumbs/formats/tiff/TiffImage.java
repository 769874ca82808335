package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The description of one TIFF image, checked: everything behind relies on these numbers.
 *
 * @param directory where it comes from
 * @param order byte order of the file
 * @param compression of each chunk
 * @param photometric what samples mean
 * @param format how samples are stored
 * @param samples samples of a pixel
 * @param planar whether each sample has chunks of its own
 * @param grid how the image is cut
 * @param predictor 1 none, 2 horizontal differences, 3 floating point
 * @param reversedBits whether the bits of each byte run from low to high (FillOrder 2)
 * @param subsampling chroma subsampling, columns and rows
 * @param offsets where each chunk starts
 * @param byteCounts stored bytes of each chunk
 */
record TiffImage(
    TiffDirectory directory,
    ByteOrder order,
    Compression compression,
    Photometric photometric,
    SampleFormat format,
    int samples,
    boolean planar,
    ChunkGrid grid,
    int predictor,
    boolean reversedBits,
    int[] subsampling,
    long[] offsets,
    long[] byteCounts) {

  private static final int MAX_SAMPLES = 4096;
  private static final int MAX_CHUNKS = 4_000_000;

  /** Reads and checks the tags of an image. */
  static TiffImage of(TiffDirectory tags, ByteOrder order, long fileSize, DecodeContext context)
      throws IOException {
    long width = tags.first(Tag.IMAGE_WIDTH, 0);
    long height = tags.first(Tag.IMAGE_LENGTH, 0);
    context.checkDimensions(width, height);
    long samples = Math.max(1, tags.first(Tag.SAMPLES_PER_PIXEL, impliedSamples(tags)));
    if (samples > MAX_SAMPLES) {
      throw DecodeException.malformed("TIFF: " + samples + " samples per pixel");
    }
    Compression compression = Compression.of(tags.first(Tag.COMPRESSION, 1));
    Photometric photometric =
        Photometric.of(tags.first(Tag.PHOTOMETRIC, samples >= 3 ? 2 : 1), (int) samples);
    if (samples < photometric.colours()) {
      throw DecodeException.malformed(
          "TIFF: " + photometric + " of " + samples + " samples per pixel");
    }
    boolean planar = samples > 1 && tags.first(Tag.PLANAR_CONFIGURATION, 1) == 2;
    ChunkGrid grid = grid(tags, (int) width, (int) height, context);
    int chunks =
        Math.multiplyExact(
            Math.multiplyExact(grid.across(), grid.down()), planar ? (int) samples : 1);
    if (chunks > MAX_CHUNKS) {
      throw DecodeException.malformed("TIFF: " + chunks + " strips or tiles");
    }
    TiffImage image =
        new TiffImage(
            tags,
            order,
            compression,
            photometric,
            format(tags),
            (int) samples,
            planar,
            grid,
            (int) tags.first(Tag.PREDICTOR, 1),
            tags.first(Tag.FILL_ORDER, 1) == 2,
            subsampling(tags, photometric, compression),
            offsets(tags, chunks),
            new long[chunks]);
    image.fillByteCounts(fileSize);
    return image;
  }

  private static long impliedSamples(TiffDirectory tags) throws IOException {
    long photometric = tags.first(Tag.PHOTOMETRIC, 1);
    return Math.max(tags.count(Tag.BITS_PER_SAMPLE), photometric == 6 || photometric == 2 ? 3 : 1);
  }

  /** All samples must be alike; fewer values than samples stand for all. */
  private static SampleFormat format(TiffDirectory tags) throws IOException {
    long[] bits = tags.integers(Tag.BITS_PER_SAMPLE, MAX_SAMPLES);
    for (long each : bits) {
      if (each != bits[0]) {
        throw DecodeException.unsupported(
            "TIFF with samples of different sizes, "
                + Arrays.toString(bits)
                + " bits, is not supported");
      }
    }
    return SampleFormat.of(bits.length == 0 ? 1 : bits[0], tags.first(Tag.SAMPLE_FORMAT, 1));
  }

  private static ChunkGrid grid(TiffDirectory tags, int width, int height, DecodeContext context)
      throws IOException {
    if (tags.has(Tag.TILE_WIDTH) && tags.has(Tag.TILE_LENGTH)) {
      long tileWidth = tags.first(Tag.TILE_WIDTH, 0);
      long tileHeight = tags.first(Tag.TILE_LENGTH, 0);
      context.checkDimensions(tileWidth, tileHeight);
      return new ChunkGrid(width, height, (int) tileWidth, (int) tileHeight, true);
    }
    long rows = tags.first(Tag.ROWS_PER_STRIP, height);
    boolean all = rows < 1 || rows > height; // 2^32 - 1 means one strip
    return new ChunkGrid(width, height, width, all ? height : (int) rows, false);
  }

  private static int[] subsampling(
      TiffDirectory tags, Photometric photometric, Compression compression) throws IOException {
    if (photometric != Photometric.YCBCR || compression == Compression.JPEG) {
      return new int[] {1, 1}; // a JPEG stream says it itself
    }
    long[] factors = tags.integers(Tag.YCBCR_SUBSAMPLING, 2);
    if (factors.length < 2) {
      return new int[] {2, 2}; // the default (TIFF 6.0 section 21)
    }
    for (long factor : factors) {
      if (factor != 1 && factor != 2 && factor != 4) {
        throw DecodeException.malformed("TIFF: chroma subsampling by " + factor);
      }
    }
    return new int[] {(int) factors[0], (int) factors[1]};
  }

  private static long[] offsets(TiffDirectory tags, int chunks) throws IOException {
    int tag = tags.has(Tag.TILE_OFFSETS) ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
    long[] offsets = tags.integers(tag, chunks);
    if (offsets.length < chunks) {
      throw DecodeException.malformed(
          "TIFF: " + offsets.length + " strips or tiles where " + chunks + " are needed");
    }
    return offsets;
  }

  /** Missing or zero counts of compressed chunks reach to the end of the file. */
  private void fillByteCounts(long fileSize) throws IOException {
    int tag = directory.has(Tag.TILE_BYTE_COUNTS) ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
    long[] counts = directory.integers(tag, byteCounts.length);
    for (int i = 0; i < byteCounts.length; i++) {
      long rest = fileSize - offsets[i];
      if (offsets[i] < 0 || rest < 0) {
        throw DecodeException.truncated(
            "TIFF: strip or tile " + i + " starts behind the end of the file");
      }
      byteCounts[i] = i < counts.length && counts[i] > 0 ? Math.min(counts[i], rest) : rest;
    }
  }

  int width() {
    return grid.imageWidth();
  }

  int height() {
    return grid.imageHeight();
  }

  /** Samples of a pixel in one chunk. */
  int samplesInChunk() {
    return planar ? 1 : samples;
  }

  /** Whether chroma has fewer pixels than luma. */
  boolean subsampled() {
    return subsampling[0] * subsampling[1] > 1;
  }

  /** Bytes of one decoded row of a chunk; rows start at whole bytes (TIFF 6.0 section 3). */
  long rowBytes() {
    return (Math.multiplyExact((long) grid.width() * samplesInChunk(), (long) format.bits()) + 7)
        / 8;
  }

  /** Bytes of one decoded chunk of {@code rows} rows. */
  long chunkBytes(int rows) {
    if (!subsampled()) {
      return Math.multiplyExact(rowBytes(), (long) rows);
    }
    long unitsAcross = (grid.width() + subsampling[0] - 1L) / subsampling[0];
    long unitsDown = (rows + subsampling[1] - 1L) / subsampling[1];
    return unitsAcross * unitsDown * (subsampling[0] * subsampling[1] + 2);
  }

  /** Index of a chunk in {@link #offsets}. */
  int chunk(int column, int row, int sample) {
    int inPlane = row * grid.across() + column;
    return planar ? sample * grid.across() * grid.down() + inPlane : inPlane;
  }
}
