package dev.astrocat.thumbs.decode;

import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Set;

/**
 * Reads one format. Thread-safe, with a public no-argument constructor, found by {@link
 * java.util.ServiceLoader} or given to the builder.
 *
 * <p>Order of calls for one source: {@link #probe}, then {@link #open} of the decoder that is
 * surest. If that says {@code FORMAT_UNSUPPORTED}, the next in sureness is asked.
 *
 * <p>A decoder that holds processes or other resources is {@link java.io.Closeable}; the generator
 * closes those that it found itself, and leaves those that it was given to who gave them.
 */
public interface FormatDecoder {

  /** Lower-case stable name, used in reports and errors: {@code fits}. */
  String id();

  /** File name extensions, lower case, without the dot. */
  Set<String> extensions();

  /**
   * Whether it has all it needs on this machine. May block while a native library or process is
   * tried for the first time; later calls are quick. Must not throw.
   */
  default Availability availability() {
    return Availability.READY;
  }

  /**
   * Looks whether a source is of this format. Content beats name. Called once a source, before any
   * other decoder is opened; must not throw on any bytes.
   */
  Match probe(SourceHead head);

  /**
   * Checks the headers and opens the picture that the context asks for. All pixel memory comes from
   * the context, after sizes are checked against it and against the length of the source.
   *
   * @param source stays open until the returned image is closed; the caller closes it
   * @throws dev.astrocat.thumbs.ThumbnailException with {@code FORMAT_UNSUPPORTED}, {@code
   *     DATA_TRUNCATED}, {@code DATA_MALFORMED}, {@code NO_IMAGE} or a limit's code
   * @throws IOException when reading fails; an {@link java.io.EOFException} counts as truncation
   */
  PixelSource open(SourceBytes source, DecodeContext context) throws IOException;

  /**
   * What {@link #open} would say of the picture, for those who want no pixels: where decoding them
   * takes time and the headers tell enough, a decoder answers without. The size is that of the
   * stored picture, even where {@link #open} gives a smaller one. Data behind the headers need not
   * be sound.
   *
   * @param source stays open; the caller closes it
   * @throws dev.astrocat.thumbs.ThumbnailException as {@link #open}
   * @throws IOException as {@link #open}
   */
  default ImageInfo inspect(SourceBytes source, DecodeContext context) throws IOException {
    try (PixelSource pixels = open(source, context)) {
      return pixels.info();
    }
  }
}
