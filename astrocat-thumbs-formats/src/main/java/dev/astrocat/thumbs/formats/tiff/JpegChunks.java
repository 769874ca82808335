package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import dev.astrocat.thumbs.formats.jpeg.JpegPicture;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.source.SourceVersion;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Decodes strips and tiles that are JPEG streams of their own, most with their tables in a tag
 * (TIFF Technical Note 2). What the components mean is said by the TIFF, not by the stream.
 */
final class JpegChunks {

  private static final int MAX_TABLES_BYTES = 1 << 20;
  private static final int MARKER_BYTES = 2;

  /** Of the bytes of a chunk, which live no longer than its decoding: no digest is needed. */
  private static final SourceVersion VERSION = new SourceVersion("strip");

  private final TiffImage image;
  private final DecodeContext context;
  private final byte[] tables;

  private JpegChunks(TiffImage image, DecodeContext context, byte[] tables) {
    this.image = image;
    this.context = context;
    this.tables = tables;
  }

  static JpegChunks of(TiffImage image, DecodeContext context) throws IOException {
    byte[] tables = image.directory().bytes(Tag.JPEG_TABLES, MAX_TABLES_BYTES);
    return new JpegChunks(image, context, tables);
  }

  /** Rows of interleaved components, in the file's byte order. */
  byte[] decode(byte[] stored, int rows) throws IOException {
    byte[] stream = withTables(stored);
    // A context of its own: the memory of one chunk is free again before the next.
    DecodeContext own = new DecodeContext(context.limits(), context.selection());
    ImageSource chunk = ImageSource.of("strip", stream).withVersion(VERSION);
    try (SourceBytes source = chunk.open(own.limits());
        SourceImageInputStream in = new SourceImageInputStream(source, own)) {
      JpegPicture picture = JpegPicture.open(in, own);
      requireFitting(picture, rows);
      return interleaved(picture.components(), rows);
    }
  }

  /** SOI and tables without EOI, then the chunk without SOI. */
  private byte[] withTables(byte[] stored) {
    if (tables.length <= 2 * MARKER_BYTES || stored.length < MARKER_BYTES) {
      return stored;
    }
    int tablesBytes = tables.length - MARKER_BYTES;
    return ByteBuffer.allocate(tablesBytes + stored.length - MARKER_BYTES)
        .put(tables, 0, tablesBytes)
        .put(stored, MARKER_BYTES, stored.length - MARKER_BYTES)
        .array();
  }

  private void requireFitting(JpegPicture picture, int rows) {
    int precision = picture.headers().precision();
    int components = picture.headers().components();
    boolean bits = image.format().bits() == (precision <= 8 ? 8 : 16);
    if (!bits || components != image.samplesInChunk()) {
      throw DecodeException.malformed(
          "TIFF: a JPEG strip or tile of "
              + components
              + " x "
              + precision
              + " bits in an image of "
              + image.samplesInChunk()
              + " x "
              + image.format().bits());
    }
    boolean small =
        picture.headers().width() < image.grid().width() || picture.headers().height() < rows;
    if (small && image.grid().tiled()) {
      throw DecodeException.malformed("TIFF: a JPEG tile is too small");
    }
  }

  private byte[] interleaved(Raster raster, int rows) {
    int width = image.grid().width();
    int samples = image.samplesInChunk();
    int columns = Math.min(width, raster.getWidth());
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(image.chunkBytes(rows))).order(image.order());
    int[] row = new int[raster.getWidth() * samples];
    for (int y = 0; y < Math.min(rows, raster.getHeight()); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      bytes.position(y * width * samples * image.format().bits() / 8);
      for (int i = 0; i < columns * samples; i++) {
        if (image.format().bits() == 8) {
          bytes.put((byte) row[i]);
        } else {
          bytes.putShort((short) row[i]);
        }
      }
    }
    return bytes.array();
  }
}
