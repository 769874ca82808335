package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.samples.SampleLayout;
import java.util.OptionalInt;

/**
 * Which planes of an image are shown, and where their samples are. Planes count slices within
 * channels. Immutable.
 *
 * @param image the image
 * @param first plane of the first channel that is shown
 * @param channels 1 or 3
 */
record Planes(ImageElement image, long first, int channels) implements SampleLayout {

  /** The colours, or the plane that is asked for; of a three-dimensional image one slice. */
  static Planes of(ImageElement image, OptionalInt plane) {
    Geometry geometry = image.geometry();
    if (plane.isEmpty()) {
      return new Planes(image, 0, image.colourChannels());
    }
    long count = geometry.planes();
    if (plane.getAsInt() >= count) {
      throw DecodeException.noImage(
          "XISF: plane " + plane.getAsInt() + " of an image with " + count);
    }
    return new Planes(image, plane.getAsInt(), 1);
  }

  /** Index in the file of a channel that is shown. */
  long shownChannel(int channel) {
    return first / image.geometry().depth() + channel;
  }

  /** XISF 1.0 section 8.5.3: planar and normal storage. */
  @Override
  public long firstSample(int channel, long row) {
    Geometry geometry = image.geometry();
    long line = first % geometry.depth() * geometry.height() + row;
    return image.storage() == ImageElement.Storage.NORMAL
        ? line * geometry.width() * geometry.channels() + shownChannel(channel)
        : (shownChannel(channel) * geometry.depth() * geometry.height() + line) * geometry.width();
  }

  @Override
  public long step() {
    return image.storage() == ImageElement.Storage.NORMAL ? image.geometry().channels() : 1;
  }
}
