package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads one strip or tile and decompresses it into the bytes of its rows. Thread-safe. */
final class ChunkReader {

  private static final int SLACK_BYTES = 64 << 10;

  private final SourceBytes source;
  private final TiffImage image;
  private final DecodeContext context;
  private final Predictor predictor;
  private final JpegChunks jpeg;

  ChunkReader(SourceBytes source, TiffImage image, DecodeContext context) throws IOException {
    this.source = source;
    this.image = image;
    this.context = context;
    this.jpeg = JpegChunks.of(image, context);
    this.predictor = new Predictor(image);
  }

  Predictor predictor() {
    return predictor;
  }

  /** All rows of a compressed chunk; of a planar image those of one sample. */
  byte[] decoded(int chunk, int sample, int rows) throws IOException {
    context.checkpoint(); // thousands of tall tiles can stand in a single row of chunks
    if (image.subsampled() && image.planar()) {
      return sample == 0
          ? decompressed(chunk, Math.toIntExact(image.rowBytes() * rows))
          : Subsampling.enlarge(
              image, decompressed(chunk, Subsampling.chromaBytes(image, rows)), rows);
    }
    int decodedBytes = Math.toIntExact(image.chunkBytes(rows));
    if (image.compression() == Compression.JPEG) {
      return jpeg.decode(stored(image.offsets()[chunk], storedBytes(chunk, decodedBytes)), rows);
    }
    byte[] decoded = decompressed(chunk, decodedBytes);
    if (image.subsampled()) {
      return Subsampling.expand(image, decoded, rows);
    }
    predictor.undo(decoded, rows);
    return decoded;
  }

  private byte[] decompressed(int chunk, int count) throws IOException {
    byte[] stored = stored(image.offsets()[chunk], storedBytes(chunk, count));
    byte[] decoded = new byte[count];
    int length =
        switch (image.compression()) {
          case LZW -> new LzwDecoder(stored, stored.length).decode(decoded, decoded.length);
          case PACK_BITS -> PackBits.decode(stored, stored.length, decoded, decoded.length);
          case DEFLATE -> inflate(stored, decoded);
          default -> copy(stored, decoded);
        };
    if (length < decoded.length) {
      throw DecodeException.truncated(
          "TIFF: strip or tile " + chunk + " gives " + length + " of " + decoded.length + " bytes");
    }
    return decoded;
  }

  /**
   * Counts that are missing reach to the end of the file; no compression makes data twice as long.
   */
  private long storedBytes(int chunk, int decodedBytes) {
    return Math.min(image.byteCounts()[chunk], 2L * decodedBytes + SLACK_BYTES);
  }

  /** A few rows of an uncompressed chunk. */
  byte[] rows(int chunk, int firstRow, int rows) throws IOException {
    long rowBytes = image.rowBytes();
    long at = image.offsets()[chunk] + firstRow * rowBytes;
    byte[] read = stored(at, Math.multiplyExact(rowBytes, (long) rows));
    predictor.undo(read, rows);
    return read;
  }

  private byte[] stored(long position, long count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(count));
    source.readFully(bytes, position);
    byte[] stored = bytes.array();
    if (image.reversedBits()) {
      for (int i = 0; i < stored.length; i++) {
        stored[i] = (byte) (Integer.reverse(stored[i]) >>> 24);
      }
    }
    return stored;
  }

  private static int copy(byte[] stored, byte[] decoded) {
    int length = Math.min(stored.length, decoded.length);
    System.arraycopy(stored, 0, decoded, 0, length);
    return length;
  }

  private static int inflate(byte[] stored, byte[] decoded) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(stored);
      int length = 0;
      while (length < decoded.length && !inflater.finished()) {
        int count = inflater.inflate(decoded, length, decoded.length - length);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        length += count;
      }
      return length;
    } catch (DataFormatException e) {
      throw DecodeException.malformed("TIFF: broken Deflate data", e);
    } finally {
      inflater.end();
    }
  }
}
