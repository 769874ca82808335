package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.digest.Digests;

/**
 * What tells one failure from all others; neither size nor format, since no picture came about.
 * Immutable.
 *
 * @param name name in the cache, the same for all versions of the source
 * @param identity SHA-256 of the source's identity
 * @param choices SHA-256 of what was chosen, and of the library that failed
 */
record FailureKey(String name, String identity, String choices) {

  /** The key of a request whose look is resolved. */
  static FailureKey of(ThumbnailRequest request) {
    String choices =
        new NoteWriter()
                .line("generation", EntryKey.RENDERING_GENERATION)
                .line("library", LibraryVersion.TEXT)
                .line("look", EntryKey.resolvedLook(request))
                .line("subframe", request.subframe())
                .text()
            + EntryKey.otherChoices(request);
    return new FailureKey(
        EntryName.ofFailure(request.source(), Digests.sha256(EntryKey.otherChoices(request))),
        Digests.sha256(request.source().identity()),
        Digests.sha256(choices));
  }

  /** The lines that a failure of this key begins with. */
  String head() {
    return new NoteWriter()
        .line("failure", FailureNote.FORMAT)
        .line("identity", identity)
        .line("choices", choices)
        .text();
  }
}
