package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.util.Objects;

/** An image in memory, packed as in the file and unpacked row by row. Immutable. */
final class PngPixels implements PixelSource {

  private final ImageInfo info;
  private final PackedRows rows;
  private final RowFormat format;

  PngPixels(PackedRows rows, RowFormat format, Orientation orientation) {
    this.rows = rows;
    this.format = format;
    this.info = info(rows.header(), format, orientation);
  }

  /** Eight bits count as made to be looked at; of sixteen the format does not say. */
  static ImageInfo info(ImageHeader header, RowFormat format, Orientation orientation) {
    return ImageInfo.of(header.width(), header.height(), format.channels(), format.type())
        .withNature(
            format.type() == SampleType.U8 ? PixelNature.DISPLAY_READY : PixelNature.UNKNOWN)
        .withOrientation(orientation);
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) {
    Objects.checkFromIndexSize(firstRow, rowCount, info.height());
    for (int r = 0; r < rowCount; r++) {
      format.unpack(rows.samples(), rows.at(firstRow + r), band, r * info.width());
    }
  }

  @Override
  public void close() {}
}
