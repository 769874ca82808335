package dev.astrocat.thumbs.encode;

import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.decode.Availability;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes one output format, and keeps a note inside its files where every viewer skips it: JPEG
 * COM, PNG tEXt, WebP XMP. Stateless and thread-safe, with a public no-argument constructor, found
 * by {@link java.util.ServiceLoader} or given to the builder.
 */
public interface ThumbnailEncoder {

  /** The format it writes. */
  OutputFormat format();

  /**
   * Whether it has what it needs on this machine, such as a native library. Asked before each
   * picture is made, and when hosts ask what formats there are, so must be quick the second time.
   * One that is not ready still finds notes.
   */
  default Availability availability() {
    return Availability.READY;
  }

  /** A picture as a complete file without a note. Equal pictures give equal bytes. */
  byte[] encode(Picture picture) throws IOException;

  /**
   * A copy of an encoded file with a note added.
   *
   * @param encoded as {@link #encode} gave it
   * @param note printable ASCII and line feeds, up to 60,000 characters
   */
  byte[] withNote(byte[] encoded, byte[] note);

  /**
   * Finds the note again. Called on bytes from anywhere: must be quick and not throw.
   *
   * @return empty if these bytes are no such file or have no such note
   */
  Optional<NoteSpan> findNote(byte[] encoded);

  /**
   * Where a note lies in a file.
   *
   * @param start first byte of what {@link #withNote} added
   * @param end first byte behind it; without these bytes the file is as {@link #encode} gave it
   * @param textStart first byte of the text
   * @param textEnd first byte behind the text
   */
  record NoteSpan(int start, int end, int textStart, int textEnd) {}
}
