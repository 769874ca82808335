package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.corridor.FailureTranslator.Room;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import java.io.IOException;
import java.util.Optional;

/**
 * An encoder whose failures are told as the encoder's, though they show while the cache adds and
 * finds notes.
 *
 * @param encoder anybody's encoder
 */
record GuardedEncoder(ThumbnailEncoder encoder) implements ThumbnailEncoder {

  @Override
  public OutputFormat format() {
    return encoder.format();
  }

  @Override
  public Availability availability() {
    return translating(encoder::availability);
  }

  @Override
  public byte[] encode(Picture picture) throws IOException {
    return encoder.encode(picture); // the corridor tells, by the name of the source
  }

  @Override
  public byte[] withNote(byte[] encoded, byte[] note) {
    return translating(() -> encoder.withNote(encoded, note));
  }

  @Override
  public Optional<NoteSpan> findNote(byte[] encoded) {
    return translating(() -> encoder.findNote(encoded));
  }

  private <T> T translating(FailureTranslator.Step<T> step) {
    return FailureTranslator.translating(Room.ENCODE, "the " + format() + " file", step);
  }
}
