package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.PlateSolved;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.digest.Digests;
import dev.astrocat.thumbs.source.SourceVersion;
import java.util.Optional;

/**
 * What tells one thumbnail from all others. Two requests with equal keys want the same picture, so
 * it is also the key of {@link dev.astrocat.thumbs.admission.SingleFlight}. Immutable.
 *
 * @param name name in the cache; different keys may share it, then the later entry wins
 * @param identity SHA-256 of the source's identity
 * @param options SHA-256 of all that is wanted of it, and of the rendering's generation
 * @param version version of the source, as far as known without looking at it
 */
public record EntryKey(
    String name, String identity, String options, Optional<SourceVersion> version) {

  /**
   * Raised by each release that makes other pixels of the same file and options: older entries are
   * misses then.
   */
  static final int RENDERING_GENERATION = 1;

  /** The key of a request whose look is resolved. */
  public static EntryKey of(ThumbnailRequest request) {
    return new EntryKey(
        EntryName.of(request),
        Digests.sha256(request.source().identity()),
        Digests.sha256(options(request)),
        request.source().givenVersion());
  }

  static Look resolvedLook(ThumbnailRequest request) {
    return request.look().orElseThrow(() -> new IllegalArgumentException("the look is open"));
  }

  /** One line for each choice that an entry's name does not spell out. */
  static String otherChoices(ThumbnailRequest request) {
    return new NoteWriter()
        .line("stretch", request.stretch().map(StretchChoice::words).orElse(""))
        .line("linking", words(request.linking()))
        .line("reduction", words(request.reduction()))
        .line("demosaic", request.demosaic())
        .line("rows", request.rows())
        .line("image", request.selection().image().orElse(-1))
        .line("name", request.selection().name().orElse(""))
        .line("plane", request.selection().plane().orElse(-1))
        .text();
  }

  private static String words(Optional<? extends Enum<?>> choice) {
    return choice.map(Enum::name).orElse("");
  }

  private static String options(ThumbnailRequest request) {
    NoteWriter options =
        new NoteWriter()
            .line("generation", RENDERING_GENERATION)
            .line("size", request.size())
            .line("format", request.format())
            .line("look", resolvedLook(request))
            .line("subframe", request.subframe())
            .line("plateSolved", request.plateSolved().orElse(PlateSolved.IS_REPORTED));
    return options.text() + otherChoices(request);
  }
}
