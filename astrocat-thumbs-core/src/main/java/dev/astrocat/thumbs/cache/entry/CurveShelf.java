package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.measure.Stretch;
import java.util.Optional;

/**
 * Tone curves in a cache, as small sealed texts, so that another size or format of a picture needs
 * no statistics. Whatever does not prove to be the curve that was asked for is a miss. Thread-safe.
 */
public final class CurveShelf {

  private static final int FORMAT = 1;

  private final EntryStore store;

  CurveShelf(EntryStore store) {
    this.store = store;
  }

  /**
   * The curve, if it is kept.
   *
   * @throws dev.astrocat.thumbs.LimitException {@code CANCELLED} if the thread is interrupted
   */
  public Optional<Stretch> find(CurveKey key) {
    return store
        .read(key.name())
        .flatMap(Proof::check)
        .filter(text -> text.startsWith(head(key)))
        .flatMap(text -> parsed(text.substring(head(key).length())));
  }

  /** Keeps a curve, over what was there. */
  public void store(CurveKey key, Stretch stretch) {
    NoteWriter lines = new NoteWriter();
    StretchLines.write(stretch, lines);
    store.write(key.name(), Proof.seal(head(key) + lines.text()));
  }

  private static String head(CurveKey key) {
    return new NoteWriter()
        .line("curve", FORMAT)
        .line("identity", key.identity())
        .line("choices", key.choices())
        .line("version", key.version())
        .text();
  }

  private static Optional<Stretch> parsed(String lines) {
    try {
      NoteReader reader = new NoteReader(lines);
      Stretch stretch = StretchLines.read(reader);
      reader.end();
      return Optional.of(stretch);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a sound checksum over a curve of another make
    }
  }
}
