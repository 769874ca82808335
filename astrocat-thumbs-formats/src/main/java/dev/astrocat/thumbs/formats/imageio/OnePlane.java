package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import java.io.IOException;

/** One channel of a colour image, shown grey, because the caller asked for it. */
public final class OnePlane implements PixelSource {

  private final PixelSource image;
  private final ImageInfo info;
  private final int channel;

  private OnePlane(PixelSource image, int channel) {
    this.image = image;
    this.channel = channel;
    ImageInfo all = image.info();
    this.info =
        all.withShape(all.width(), all.height(), 1, all.type())
            .withDecision("plane", Integer.toString(channel), "requested");
  }

  /**
   * The image itself, or the plane of it that is wanted.
   *
   * @throws DecodeException {@code NO_IMAGE} if it has no such plane
   */
  public static PixelSource select(PixelSource image, ImageSelection selection) {
    if (selection.plane().isEmpty()) {
      return image;
    }
    int plane = selection.plane().getAsInt();
    int channels = image.info().channels();
    if (plane >= channels) {
      throw DecodeException.noImage(
          "there is no plane " + plane + ", the image has " + channels + ", counted from 0");
    }
    return channels == 1 ? image : new OnePlane(image, plane);
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    RowBand all = new RowBand(info.type(), info.width(), image.info().channels(), rowCount);
    image.readRows(firstRow, rowCount, all);
    System.arraycopy(all.plane(channel), 0, band.plane(0), 0, rowCount * info.width());
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
