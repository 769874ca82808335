package dev.astrocat.thumbs.formats.png;

import dev.astrocat.thumbs.formats.imageio.ColourProfile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The iCCP chunk (section 11.3.3.3): a name, 0, a 0 for the method, and a zlib stream. */
final class EmbeddedProfile {

  private static final int SIZE_BYTES = 4;

  private EmbeddedProfile() {}

  /** The profile; empty if it is broken, since that says nothing about the pixels. */
  static Optional<byte[]> inflate(ByteBuffer chunk) {
    int nameEnd = 0;
    while (nameEnd < chunk.limit() && chunk.get(nameEnd) != 0) {
      nameEnd++;
    }
    if (nameEnd + 2 >= chunk.limit()) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk.duplicate().position(nameEnd + 2));
      return inflate(inflater, chunk.limit());
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static Optional<byte[]> inflate(Inflater inflater, int compressedBytes)
      throws DataFormatException {
    byte[] start = new byte[SIZE_BYTES];
    if (inflater.inflate(start) < SIZE_BYTES) {
      return Optional.empty();
    }
    int size = ByteBuffer.wrap(start).getInt(); // a profile starts with its size (ICC.1, 7.2.2)
    if (size < SIZE_BYTES
        || size > ColourProfile.MAX_BYTES
        || size / PixelStream.HIGHEST_RATIO > compressedBytes) {
      return Optional.empty();
    }
    byte[] profile = Arrays.copyOf(start, size);
    int count = SIZE_BYTES;
    while (count < size && !inflater.finished() && !inflater.needsInput()) {
      count += inflater.inflate(profile, count, size - count);
    }
    return count == size ? Optional.of(profile) : Optional.empty();
  }
}
