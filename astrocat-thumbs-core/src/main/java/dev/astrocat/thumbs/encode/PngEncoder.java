package dev.astrocat.thumbs.encode;

import dev.astrocat.thumbs.OutputFormat;
import java.util.Optional;

/**
 * PNG of 8 bits a channel, grey or RGB, each row by the filter that leaves the smallest residuals.
 * Thread-safe.
 */
public final class PngEncoder implements ThumbnailEncoder {

  private static final int GREY = 0;
  private static final int RGB = 2;

  /** Used by {@link java.util.ServiceLoader}. */
  public PngEncoder() {}

  @Override
  public OutputFormat format() {
    return OutputFormat.PNG;
  }

  @Override
  public byte[] encode(Picture picture) {
    int channels = picture.channels();
    byte[] pixels = channels == 1 ? picture.planes()[0] : Interleaving.of(picture);
    PngChunks file = new PngChunks(pixels.length / 2);
    file.header(picture.width(), picture.height(), channels == 1 ? GREY : RGB);
    PngFilter filter = new PngFilter(pixels, picture.width() * channels, channels);
    file.data(filter, picture.height());
    return file.end();
  }

  @Override
  public byte[] withNote(byte[] encoded, byte[] note) {
    return PngText.insert(encoded, note);
  }

  @Override
  public Optional<NoteSpan> findNote(byte[] encoded) {
    return PngText.find(encoded);
  }
}
