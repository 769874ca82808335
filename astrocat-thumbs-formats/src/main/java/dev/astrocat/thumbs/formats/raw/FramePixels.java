package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import java.util.List;

/** A developed RAW file as rows. Thread-safe. */
record FramePixels(ImageInfo info, RawFrame frame) implements PixelSource {

  static FramePixels of(RawFrame frame) {
    return new FramePixels(info(frame, frame.width(), frame.height()), frame);
  }

  /** What is known of a file that was not developed. */
  static ImageInfo unread(RawFrame frame) {
    return info(frame, frame.sensorWidth(), frame.sensorHeight());
  }

  private static ImageInfo info(RawFrame frame, int width, int height) {
    return ImageInfo.of(width, height, frame.channels(), SampleType.U16)
        .withNature(PixelNature.SCENE)
        .withOrientation(Orientation.ofExif(frame.exifOrientation()))
        .withRowOrder(RowOrder.TOP_DOWN)
        .withEvidence(List.of(new Evidence("MODEL", frame.camera())))
        .withDecision("development", frame.process(), "camera RAW of " + sensor(frame));
  }

  private static String sensor(RawFrame frame) {
    return frame.camera() + ", " + frame.sensorWidth() + " x " + frame.sensorHeight();
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) {
    int width = frame.width();
    for (int c = 0; c < frame.channels(); c++) {
      int first = (c * frame.height() + firstRow) * width; // of an array, so it fits
      System.arraycopy(frame.samples(), first, band.shorts(c), 0, rowCount * width);
    }
  }

  @Override
  public void close() {}
}
