package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Rows of a picture that a library decoded whole. Samples stay in the raster's own layout; channels
 * are taken apart on the way into a band. Never asks the raster's colour model for RGB, which would
 * put a gamma on grey. Immutable once made.
 */
public final class RasterPixels implements PixelSource {

  /** How one row of the raster becomes one row of a band. */
  interface Rows {
    /** Channels that come out: 1 or 3. */
    int channels();

    /** Type of the samples that come out. */
    SampleType type();

    /** Writes row {@code y} into the planes of {@code band}, from sample {@code offset} on. */
    void read(int y, RowBand band, int offset);
  }

  private final ImageInfo info;
  private final Rows rows;

  private RasterPixels(ImageInfo info, Rows rows) {
    this.info = info;
    this.rows = rows;
  }

  /**
   * The rows of a picture, alpha composited over black and palettes looked up; 8 bits count as made
   * to be looked at.
   *
   * @param details adds what else is known
   */
  public static PixelSource of(BufferedImage image, UnaryOperator<ImageInfo> details) {
    Raster raster = image.getRaster();
    Rows rows = rowsOf(image, raster);
    ImageInfo info =
        ImageInfo.of(raster.getWidth(), raster.getHeight(), rows.channels(), rows.type())
            .withNature(
                rows.type() == SampleType.U8 ? PixelNature.DISPLAY_READY : PixelNature.UNKNOWN);
    return new RasterPixels(details.apply(info), rows);
  }

  private static Rows rowsOf(BufferedImage image, Raster raster) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return LookupRows.of(raster, palette);
    }
    int bands = raster.getNumBands();
    boolean plain = bands == 1 || bands == 3;
    if (plain && raster.getSampleModel() instanceof PixelInterleavedSampleModel model) {
      if (model.getDataType() == DataBuffer.TYPE_BYTE) {
        return new InterleavedByteRows(raster, model);
      }
      if (model.getDataType() == DataBuffer.TYPE_USHORT) {
        return new InterleavedShortRows(raster, model);
      }
    }
    if (bands > 4 || raster.getSampleModel().getDataType() > DataBuffer.TYPE_INT) {
      throw DecodeException.unsupported(
          "a picture of "
              + bands
              + " bands of data type "
              + raster.getSampleModel().getDataType()
              + " is not supported");
    }
    return new CompositeRows(raster);
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) {
    Objects.checkFromIndexSize(firstRow, rowCount, info.height());
    for (int r = 0; r < rowCount; r++) {
      rows.read(firstRow + r, band, r * info.width());
    }
  }

  @Override
  public void close() {}
}
