package dev.astrocat.thumbs.formats.webp;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.RenderException;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import java.io.IOException;
import java.util.Optional;

/**
 * WebP, with loss at quality 80 unless told otherwise. Needs the library {@code
 * com.github.usefulness:webp-imageio}, which carries native code and is the application's to add;
 * without it, pictures that a cache already holds are still found, and new ones are refused with
 * {@code OUTPUT_UNSUPPORTED}. Immutable and thread-safe.
 *
 * <pre>{@code
 * ThumbnailGenerator.builder()
 *     .onlyEncoders(new JpegEncoder(), WebpEncoder.lossless())
 *     .build();
 * }</pre>
 */
public final class WebpEncoder implements ThumbnailEncoder {

  /** Longest side that the format can tell (RFC 9649 section 2.5). */
  private static final int MAX_SIDE = (1 << 14) - 1;

  private static final int DEFAULT_QUALITY = 80;

  private final Compression compression;

  /** With loss, quality 80; used by {@link java.util.ServiceLoader}. */
  public WebpEncoder() {
    this(new Compression.Lossy(DEFAULT_QUALITY));
  }

  private WebpEncoder(Compression compression) {
    this.compression = compression;
  }

  /**
   * With loss.
   *
   * @param quality 0 (smallest) to 100 (best)
   */
  public static WebpEncoder lossy(int quality) {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("the quality is 0 to 100, not " + quality);
    }
    return new WebpEncoder(new Compression.Lossy(quality));
  }

  /**
   * Without loss: every sample as it was, in files several times larger that take several times
   * longer to make.
   */
  public static WebpEncoder lossless() {
    return new WebpEncoder(new Compression.Lossless());
  }

  @Override
  public OutputFormat format() {
    return OutputFormat.WEBP;
  }

  /** Loads the native library the first time that any encoder of this JVM is asked. */
  @Override
  public Availability availability() {
    return Library.AVAILABILITY;
  }

  @Override
  public byte[] encode(Picture picture) throws IOException {
    if (!availability().isReady()) {
      throw new RenderException(ErrorCode.OUTPUT_UNSUPPORTED, availability().detail());
    }
    int side = Math.max(picture.width(), picture.height());
    if (side > MAX_SIDE) {
      throw new RenderException(
          ErrorCode.ENCODE_FAILED,
          "WebP pictures have at most "
              + MAX_SIDE
              + " pixels a side, not "
              + side
              + "; ask for a smaller one or for PNG");
    }
    return LibraryWriter.write(picture, compression);
  }

  @Override
  public byte[] withNote(byte[] encoded, byte[] note) {
    return WebpNote.insert(encoded, note);
  }

  @Override
  public Optional<NoteSpan> findNote(byte[] encoded) {
    return WebpNote.find(encoded);
  }
}
