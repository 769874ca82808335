package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;

/**
 * All rows of an image as the file packs them: a bit stays a bit. Each row has room for the type of
 * its filter in front, and a row of zeros lies above the first. Immutable once read.
 */
final class PackedRows {

  private static final int BLOCK_BYTES = 256 << 10; // stays in the cache between the two steps

  private final ImageHeader header;
  private final int stride;
  private final byte[] samples;

  private PackedRows(ImageHeader header, int stride, byte[] samples) {
    this.header = header;
    this.stride = stride;
    this.samples = samples;
  }

  /** Inflates and unfilters; the memory is booked once the file can hold that much. */
  static PackedRows read(
      ImageHeader header, PixelStream stream, ChunkReader chunks, DecodeContext context)
      throws IOException {
    long stride = 1 + header.packedBytes(header.width());
    long inflated = header.isInterlaced() ? Adam7.inflatedBytes(header) : stride * header.height();
    if (inflated / PixelStream.HIGHEST_RATIO > chunks.fileBytes()) {
      throw DecodeException.truncated(
          "PNG: " + inflated + " bytes of pixels cannot be in a file of " + chunks.fileBytes());
    }
    byte[] samples = context.bytes(stride * (header.height() + 1L));
    PackedRows rows = new PackedRows(header, (int) stride, samples);
    if (header.isInterlaced()) {
      Adam7.read(stream, rows, context);
    } else {
      rows.readPlain(stream);
    }
    return rows;
  }

  private void readPlain(PixelStream stream) throws IOException {
    int block = Math.max(1, BLOCK_BYTES / stride);
    for (int first = 0; first < header.height(); first += block) {
      int end = Math.min(header.height(), first + block);
      stream.read(samples, at(first) - 1, (end - first) * stride);
      for (int y = first; y < end; y++) {
        RowFilter.undo(samples, at(y), at(y - 1), stride - 1, header.filterStep());
      }
    }
  }

  ImageHeader header() {
    return header;
  }

  byte[] samples() {
    return samples;
  }

  /** Index of the first sample of row {@code y}. */
  int at(int y) {
    return (y + 1) * stride + 1;
  }
}
