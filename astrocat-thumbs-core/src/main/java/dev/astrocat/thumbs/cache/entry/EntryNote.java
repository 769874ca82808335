package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.source.SourceVersion;
import java.util.Optional;

/**
 * What an entry says about itself, in its metadata segment: lines of {@code key=field|field} in a
 * fixed order, the first of which is the version of this format. Immutable.
 *
 * @param identity SHA-256 of the source's identity
 * @param options SHA-256 of what was wanted
 * @param version version of the source that the picture was made of
 * @param width columns of the thumbnail
 * @param height rows of the thumbnail
 * @param report how the picture came about
 */
record EntryNote(
    String identity,
    String options,
    SourceVersion version,
    int width,
    int height,
    ThumbnailReport report) {

  private static final int FORMAT = 3;

  /**
   * Whether this is the note of the picture that a key stands for; its version may still differ.
   */
  boolean answers(EntryKey key) {
    return identity.equals(key.identity()) && options.equals(key.options());
  }

  String text() {
    NoteWriter note = new NoteWriter();
    note.line("entry", FORMAT)
        .line("library", LibraryVersion.TEXT)
        .line("identity", identity)
        .line("options", options)
        .line("version", version)
        .line("width", width)
        .line("height", height)
        .line("decoder", report.decoder())
        .line("sourceWidth", report.sourceWidth())
        .line("sourceHeight", report.sourceHeight())
        .line("channels", report.channels());
    ClassificationLines.write(report.classification(), note);
    StretchLines.write(report.stretch(), note);
    DecisionLines.write("decisions", report.decisions(), note);
    return note.text();
  }

  /** Reads a note back; empty if it is none, or of another version of this format. */
  static Optional<EntryNote> parse(String text) {
    try {
      NoteReader note = new NoteReader(text);
      if (note.number("entry") != FORMAT) {
        return Optional.empty();
      }
      note.field("library");
      EntryNote read =
          new EntryNote(
              note.field("identity"),
              note.field("options"),
              new SourceVersion(note.field("version")),
              note.number("width"),
              note.number("height"),
              report(note));
      note.end();
      return Optional.of(read);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a sound checksum over a note of another make
    }
  }

  private static ThumbnailReport report(NoteReader note) {
    String decoder = note.field("decoder");
    int sourceWidth = note.number("sourceWidth");
    int sourceHeight = note.number("sourceHeight");
    int channels = note.number("channels");
    Classification classification = ClassificationLines.read(note);
    Stretch stretch = StretchLines.read(note);
    return new ThumbnailReport(
        decoder,
        sourceWidth,
        sourceHeight,
        channels,
        classification,
        stretch,
        DecisionLines.read("decisions", note));
  }
}
