package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import org.bytedeco.javacpp.CharPointer;

/**
 * What is no plain mosaic is developed by LibRaw itself: four colours, 45-degree sensors, pixels
 * that are not square, linear DNG, sRAW, Foveon, an unknown white balance. Mosaics at half their
 * size. No instances.
 */
final class LibRawDevelopment {

  /** LibRaw's picture has four samples a pixel, whatever its colours. */
  private static final int PIXEL = 4;

  private LibRawDevelopment() {}

  static RawFrame of(RawFile raw, Subject subject, Bounds bounds) throws RawRefusal {
    bounds.checkDevelopment(raw);
    Verdict.require(raw.develop());
    CharPointer picture = raw.picture();
    int channels = raw.colors();
    if (picture == null || (channels != 1 && channels != 3)) {
      throw new RawRefusal(
          RawRefusal.Reason.UNSUPPORTED, "LibRaw made no picture of " + channels + " colours");
    }
    int width = raw.width();
    int height = raw.height();
    short[] planes = Samples.allocate(width, height, channels);
    char[] row = new char[width * PIXEL];
    for (int y = 0; y < height; y++) {
      picture.position((long) y * row.length).get(row);
      for (int i = 0; i < channels; i++) {
        int start = (i * height + y) * width;
        for (int x = 0; x < width; x++) {
          planes[start + x] = (short) row[x * PIXEL + i];
        }
      }
    }
    return subject.frame(width, height, channels, planes, "LibRaw");
  }
}
