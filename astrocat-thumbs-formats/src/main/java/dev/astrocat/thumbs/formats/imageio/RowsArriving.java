package dev.astrocat.thumbs.formats.imageio;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Says of a library's reader that rows come out of it, so that it has not hung. */
record RowsArriving(SourceImageInputStream in) implements IIOReadProgressListener {

  @Override
  public void imageProgress(ImageReader reader, float percentageDone) {
    in.progressed();
  }

  @Override
  public void imageStarted(ImageReader reader, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader reader) {}

  @Override
  public void readAborted(ImageReader reader) {}

  @Override
  public void sequenceStarted(ImageReader reader, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader reader) {}

  @Override
  public void thumbnailStarted(ImageReader reader, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader reader, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader reader) {}
}
